import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const map = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { mode: 'x' } });
const withEnv = (ref: object) =>
  deployment('web', { container: { env: [{ name: 'A', valueFrom: { configMapKeyRef: ref } }] } });
const withVolume = (volume: object) => deployment('web', { spec: { volumes: [{ name: 'v', ...volume }] } });

testRule(
  'kubernetes/config-map-exists',
  {
    wrong: [
      [
        'envFrom',
        (app) => {
          raw(app, 'm', map('settings'));
          raw(app, 'd', deployment('web', { container: { envFrom: [{ configMapRef: { name: 'setings' } }] } }));
        },
        'uses the ConfigMap "setings", which is not in app. Did you mean "settings"?',
      ],
      [
        'a key',
        (app) => {
          raw(app, 'm', map('settings'));
          raw(app, 'd', withEnv({ name: 'settings', key: 'mod' }));
        },
        'uses the key "mod" of the ConfigMap "settings", which has no such key. Did you mean "mode"?',
      ],
      [
        'a volume',
        (app) => void raw(app, 'd', withVolume({ configMap: { name: 'none' } })),
        'uses the ConfigMap "none"',
      ],
      [
        'a projected volume',
        (app) => void raw(app, 'd', withVolume({ projected: { sources: [{ configMap: { name: 'none' } }] } })),
        'uses the ConfigMap "none"',
      ],
      [
        'an item of a volume',
        (app) => {
          raw(app, 'm', map('settings'));
          raw(app, 'd', withVolume({ configMap: { name: 'settings', items: [{ key: 'x', path: 'x' }] } }));
        },
        'uses the key "x"',
      ],
    ],
    right: {
      'there, with the key': (app) => {
        raw(app, 'm', map('settings'));
        raw(app, 'd', withEnv({ name: 'settings', key: 'mode' }));
      },
      optional: (app) => void raw(app, 'd', withEnv({ name: 'none', key: 'x', optional: true })),
      external: (app) => void raw(app, 'd', withEnv({ name: 'outside', key: 'x' })),
    },
  },
  { externals: { configMaps: ['app/outside'] } },
);
