import { AppProject } from '../../../constructs/argocd/app-project';
import { HelmApplication, type HelmApplicationProps } from '../../../constructs/argocd/helm-application';
import { build, objectAt, onlyFinding } from '../../helpers/cluster';

const chart = (props: Partial<HelmApplicationProps>) =>
  build((cluster) => {
    const project = new AppProject(cluster, 'charts', { description: 'Charts' });
    new HelmApplication(cluster, 'loki', {
      project,
      namespace: 'kube-system',
      repository: 'https://charts.example.com',
      chart: 'loki',
      version: '6.55.0',
      declares: { kinds: ['ConfigMap'] },
      ...props,
    });
  });

test('values files of the repository: several sources, and the stronger values inline', () => {
  const built = chart({ valueFiles: ['apps/monitoring/loki.values.yaml'], values: { loki: { auth_enabled: true } } });
  expect(built.findings).toEqual([]);
  expect(built.files.get('app-of-apps/application-loki.yaml')).toMatchSnapshot();
  expect(objectAt(built, 'app-of-apps/application-loki.yaml').metadata.annotations).not.toHaveProperty(
    'argocd.argoproj.io/manifest-generate-paths',
  );
});

test.each(['6.x', '^6.0.0', '*', '6.55'])('the version "%s" is refused', (version) => {
  expect(onlyFinding(chart({ version }))).toMatchObject({ rule: 'argocd/chart-version' });
});

test('no version is refused', () => {
  expect(onlyFinding(chart({ version: '' }))).toMatchObject({ rule: 'argocd/application-spec' });
});

test.each([
  ['apps/monitoring/lokki.values.yaml', 'does not exist'],
  ['/etc/passwd', 'is outside the repository'],
  ['../other/values.yaml', 'is outside the repository'],
  ['.ci/run', 'is no YAML'],
])('the values file %s is refused', (path, message) => {
  expect(onlyFinding(chart({ valueFiles: [path] }))).toMatchObject({
    rule: 'argocd/values-file',
    message: expect.stringContaining(message),
  });
});
