import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const named =
  (kind: string, name: string | undefined, apiVersion = 'v1') =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'x', { apiVersion, kind, metadata: { name: name as string } }).metadata;

testRule('kubernetes/name-syntax', {
  wrong: [
    ['upper case', named('ConfigMap', 'Settings'), '"Settings" is no valid name for a ConfigMap'],
    ['underscore', named('ConfigMap', 'my_settings'), '"my_settings"'],
    ['a dash at the end', named('ConfigMap', 'settings-'), '"settings-"'],
    ['a Service that begins with a digit', named('ServiceAccount', '.sa'), '".sa"'],
    [
      'a CronJob whose Jobs would be too long',
      (app) => void raw(app, 'x', cronJob('c'.repeat(53))),
      'the name has 53 characters',
    ],
    [
      'a container',
      (app) => void raw(app, 'd', deployment('web', { container: { name: 'Web_1' } })),
      '"Web_1" is no valid name for a container or volume',
    ],
    ['a slash in RBAC', named('ClusterRole', 'a/b', 'rbac.authorization.k8s.io/v1'), '"a/b"'],
  ],
  right: {
    subdomains: named('ConfigMap', 'a.b-c.d'),
    'RBAC’s colons': named('ClusterRole', 'system:x', 'rbac.authorization.k8s.io/v1'),
    'names of 200 characters': named('ConfigMap', 'a'.repeat(200)),
  },
});

function cronJob(name: string) {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name },
    spec: { schedule: '@daily', jobTemplate: { spec: { template: pod({}, { spec: { restartPolicy: 'Never' } }) } } },
  };
}

test('a StatefulSet may have a name of 52 characters, a Deployment more', () => {
  expect(deployment('d'.repeat(60)).metadata.name).toHaveLength(60);
});
