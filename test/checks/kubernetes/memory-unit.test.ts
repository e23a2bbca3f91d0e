import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const memory =
  (limit: string): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container: { resources: { limits: { memory: limit } } } }));

testRule('kubernetes/memory-unit', {
  wrong: [
    ['thousandths', memory('256m'), 'may use 256m of memory, which is 0.256 bytes'],
    ['bytes', memory('512'), 'which is 512 bytes'],
  ],
  right: { mebibytes: memory('256Mi') },
});
