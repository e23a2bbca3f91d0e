import type { Plugin } from './providers';

/** Releases of Velero's own plugins that go with Velero 1.18. Source: vmware-tanzu/velero v1.18.1, upgrade-to-1.18.md. */
const IMAGES: Readonly<Record<Plugin, string>> = {
  aws: 'docker.io/velero/velero-plugin-for-aws:v1.14.2',
  gcp: 'docker.io/velero/velero-plugin-for-gcp:v1.14.2',
  azure: 'docker.io/velero/velero-plugin-for-microsoft-azure:v1.14.2',
};

/** What Pod Security "restricted" asks for. */
export const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

/** Containers that put plugins where the server finds them, before it starts. */
export function pluginContainers(plugins: Iterable<Plugin>): object[] {
  return [...plugins].sort().map((plugin) => ({
    name: `velero-plugin-for-${plugin}`,
    image: IMAGES[plugin],
    volumeMounts: [{ name: 'plugins', mountPath: '/target' }],
    securityContext: RESTRICTED,
  }));
}
