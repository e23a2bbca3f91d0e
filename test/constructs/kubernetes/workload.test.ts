import { Construct } from 'constructs';
import { Deployment } from '../../../constructs/kubernetes/deployment';
import { buildApp, objectAt } from '../../helpers/cluster';
import { IMAGE, web } from '../../helpers/examples';

test('selectors and names stay when the code moves', () => {
  const here = buildApp((app) => web(app));
  const deeper = buildApp((app) => {
    new Deployment(new Construct(new Construct(app, 'some'), 'where'), 'else', {
      name: 'web',
      containers: [{ name: 'web', image: IMAGE, ports: { http: 8080 } }],
    });
  });
  const path = 'apps/app/deployment-web.yaml';
  expect(objectAt(deeper, path)).toEqual(objectAt(here, path));
});

test('knows the ports of all its containers', () => {
  buildApp((app) => {
    const two = new Deployment(app, 'two', {
      containers: [
        { name: 'a', image: IMAGE, ports: { http: 80 } },
        { name: 'b', image: IMAGE, ports: { dns: { port: 53, protocol: 'UDP' } } },
      ],
    });
    expect([...two.ports]).toEqual([
      ['http', { port: 80, protocol: 'TCP' }],
      ['dns', { port: 53, protocol: 'UDP' }],
    ]);
  });
});
