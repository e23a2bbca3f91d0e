import { AppProject } from '../../../constructs/argocd/app-project';
import { HelmApplication } from '../../../constructs/argocd/helm-application';
import type { TestCluster } from '../../helpers/cluster';
import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const env = (name: string, value: string) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', deployment('web', { container: { env: [{ name, value }] } }));
const secret = (part: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 's', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, ...part });
const chart = (values: Record<string, unknown>) => (_: unknown, cluster: TestCluster) =>
  void new HelmApplication(cluster, 'chart', {
    project: new AppProject(cluster, 'charts', { description: 'x' }),
    namespace: 'kube-system',
    repository: 'https://x.example',
    chart: 'x',
    version: '1.0.0',
    declares: {},
    values,
  });

testRule('secrets/plaintext', {
  wrong: [
    ['a Secret with data', secret({ data: { a: 'Yg==' } }), 'has its data in git: a'],
    ['a Secret with stringData', secret({ stringData: { b: 'c' } }), 'has its data in git: b'],
    ['a password in the environment', env('RCON_PASSWORD', 'hunter2'), 'RCON_PASSWORD of "main" looks like a password'],
    [
      'an address with a password',
      env('DATABASE', 'postgres://user:hunter2@db/app'),
      'looks like an address with a password',
    ],
    [
      'a key in a ConfigMap',
      (app) =>
        void raw(app, 'm', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'm' },
          data: { 'tls.key': '-----BEGIN RSA PRIVATE KEY-----\nx' },
        }),
      'data.tls.key looks like a private key',
    ],
    ['Helm values', chart({ grafana: { adminPassword: 'hunter2' } }), 'grafana.adminPassword looks like a password'],
    [
      'a token in Helm values',
      chart({ a: [{ b: 'ghp_0123456789012345678901234567890123456789' }] }),
      'a.0.b looks like a GitHub token',
    ],
  ],
  right: {
    'a Secret that something else fills': secret({ type: 'Opaque' }),
    'references and switches': chart({
      admin: { existingSecret: 'grafana', passwordKey: 'admin-password' },
      auth: { token: '', password: '{{ .Values.password }}' },
      secretName: 'x',
    }),
    'where it is': env('RCON_PASSWORD_FILE', '/run/secrets/rcon'),
  },
});
