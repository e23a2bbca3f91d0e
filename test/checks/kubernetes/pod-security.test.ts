import { Deployment } from '../../../constructs/kubernetes/deployment';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import type { Application } from '../../../fleet/application';
import { buildApp, deployment, raw, rulesOf } from '../../helpers/cluster';
import { IMAGE } from '../../helpers/examples';
import { testPage } from '../../helpers/rule';

type Part = Record<string, unknown>;
const web = (app: Application, container: Part, props: Part = {}) =>
  new Deployment(app, 'web', { containers: [{ name: 'web', image: IMAGE, ...container }], ...props });

test.each<[string, (app: Application) => void, string]>([
  ['privileged', (app) => web(app, { securityContext: { privileged: true } }), 'container "web" is privileged'],
  [
    'a capability',
    (app) => web(app, { securityContext: { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } } }),
    'adds SYS_ADMIN',
  ],
  [
    'hostPath',
    (app) => web(app, {}, { podSpec: { volumes: [{ name: 'v', hostPath: { path: '/' } }] } }),
    'volume "v" is a hostPath',
  ],
  ['hostNetwork', (app) => web(app, {}, { podSpec: { hostNetwork: true } }), 'the Pod has hostNetwork'],
  ['root', (app) => web(app, {}, { securityContext: { runAsNonRoot: false } }), 'may run as root'],
  ['user 0', (app) => web(app, { securityContext: { runAsUser: 0 } }), 'runs as user 0'],
  [
    'no seccomp profile',
    (app) => web(app, {}, { securityContext: { seccompProfile: undefined } }),
    'has no seccomp profile',
  ],
])('%s is refused in a restricted namespace', (_, fill, message) => {
  const built = buildApp(fill, { externals: {} });
  expect(rulesOf(built)).toEqual(['kubernetes/pod-security']);
  expect(built.findings[0]?.message).toContain('its namespace enforces Pod Security "restricted"');
  expect(built.findings[0]?.message).toContain(message);
});

test('what a workload’s defaults are passes; anything does in a privileged namespace, or one that is not seen', () => {
  expect(rulesOf(buildApp((app) => web(app, {})))).toEqual([]);
  const elsewhere = (podSecurity: 'baseline' | 'privileged', part: Part) =>
    rulesOf(
      buildApp((app) => {
        new Namespace(app, 'other', { podSecurity });
        const object = deployment('web', { container: part });
        raw(app, 'd', { ...object, metadata: { name: 'web', namespace: 'other' } });
      }),
    );
  expect(elsewhere('privileged', { securityContext: { privileged: true } })).toEqual([]);
  expect(elsewhere('baseline', {})).toEqual([]);
  expect(elsewhere('baseline', { ports: [{ containerPort: 1, hostPort: 1 }] })).toEqual(['kubernetes/pod-security']);
});

testPage(
  'kubernetes/pod-security',
  ['privileged in a restricted namespace', (app) => web(app, { securityContext: { privileged: true } })],
  ['a workload’s defaults', (app) => web(app, {})],
);
