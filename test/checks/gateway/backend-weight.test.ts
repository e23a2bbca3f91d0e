import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const rules =
  (...backendRefs: object[]) =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app);
    route(app, 'HTTPRoute', 'x', { rules: [{ backendRefs }] });
  };

testRule(
  'gateway/backend-weight',
  {
    wrong: [
      ['all zero', rules({ name: 'web', port: 80, weight: 0 }), 'rule 1 sends nothing anywhere: all its weights are 0'],
      ['none', rules(), 'it has no backends'],
    ],
    right: { 'one of two': rules({ name: 'web', port: 80, weight: 0 }, { name: 'web', port: 80 }) },
  },
  EDGE,
);
