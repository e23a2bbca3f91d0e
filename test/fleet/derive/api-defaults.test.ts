import { withDefaults } from '../../../fleet/derive/api-defaults';
import { buildApp, objectAt, raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTP, web } from '../../helpers/gateway';

const table = {
  fields: {
    mode: { value: 'auto' },
    list: { items: { fields: { weight: { value: 1 } } } },
    map: { values: { fields: { on: { value: false } } } },
    part: { value: { type: 'a' }, fields: { size: { value: 3 } } },
  },
};

test('adds what is missing, at any depth, and what a default brings with it', () => {
  expect(withDefaults({ list: [{}, { weight: 5 }], map: { x: {} } }, table)).toEqual({
    mode: 'auto',
    list: [{ weight: 1 }, { weight: 5 }],
    map: { x: { on: false } },
    part: { type: 'a', size: 3 },
  });
});

test('writes into nothing that it was given, and passes on what is complete', () => {
  const given = Object.freeze({
    mode: 'x',
    list: Object.freeze([Object.freeze({})]),
    part: Object.freeze({ size: 1 }),
  });
  expect(withDefaults(given, table)).toMatchObject({ list: [{ weight: 1 }] });
  const whole = { mode: 'x', list: [{ weight: 2 }], part: { type: 'b', size: 1 } };
  expect(withDefaults(whole, table)).toBe(whole);
});

test('raw objects get them too, in every version of the kind', () => {
  const built = buildApp(
    (app) => {
      web(app);
      gateway(app, [{ ...HTTP, name: 'game', port: 1, protocol: 'TCP' }]);
      raw(app, 'route', {
        apiVersion: 'gateway.networking.k8s.io/v1alpha2',
        kind: 'TCPRoute',
        metadata: { name: 'x' },
        spec: { parentRefs: [{ name: 'edge' }], rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] },
      });
    },
    { ...EDGE, gatewayApi: { version: '1.5', channel: 'experimental' } },
  );
  expect(built.findings).toEqual([]);
  expect(objectAt(built, 'apps/app/tcproute-x.yaml')['spec']).toEqual({
    parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }],
    rules: [{ backendRefs: [{ group: '', kind: 'Service', name: 'web', port: 80, weight: 1 }] }],
  });
});
