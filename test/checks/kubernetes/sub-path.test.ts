import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const mount =
  (fields: object): Fill =>
  (app) => {
    const volumes = [{ name: 'data', emptyDir: {} }];
    const volumeMounts = [{ name: 'data', mountPath: '/data', ...fields }];
    raw(app, 'web', deployment('web', { container: { volumeMounts }, spec: { volumes } }));
  };

testRule('kubernetes/sub-path', {
  wrong: [
    ['from the root', mount({ subPath: '/etc' }), 'by the subPath "/etc", which leaves the volume'],
    ['out of it', mount({ subPath: 'a/../..' }), 'which leaves the volume'],
    ['two ways', mount({ subPath: 'a', subPathExpr: 'b' }), 'by subPath and by subPathExpr'],
    ['a colon', mount({ mountPath: '/a:b' }), 'at "/a:b", which has a colon'],
  ],
  right: { below: mount({ subPath: 'config/app.yaml' }) },
});
