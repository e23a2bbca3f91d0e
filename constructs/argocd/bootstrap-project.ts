import { AppProject } from '../../imports/argoproj.io';

/** The server address of the cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/** The AppProject that only roots are in: it may write Applications and AppProjects, so whoever can change it is admin. */
export const BOOTSTRAP_PROJECT = 'bootstrap';

/** The project of the roots. */
export function bootstrapProject(namespace: string, repository: string): object {
  return AppProject.manifest({
    metadata: { name: BOOTSTRAP_PROJECT, namespace },
    spec: {
      description: 'The roots of app-of-apps: they write AppProjects and Applications, nothing else.',
      sourceRepos: [repository],
      destinations: [{ server: IN_CLUSTER, namespace }],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
      ],
    },
  });
}
