import type { Cluster } from '../../fleet/cluster';
import { ARGO_CD_CHART } from './chart';

/** The commands that bring a new cluster under Argo CD, with this cluster's own names. */
export function bootstrapReadme(cluster: Cluster, version: string, namespace: string): string {
  const sync =
    cluster.sync === 'automated'
      ? 'The root syncs by itself, and brings every application in its order.'
      : 'This cluster is synced by hand: sync the root first, then the applications in the order of their waves.';
  return `# Bootstrap of ${cluster.name}

Once, with kubectl pointing at ${cluster.name}:

\`\`\`sh
cd dist/${cluster.name}/bootstrap
helm repo add argo ${ARGO_CD_CHART.repository}
helm upgrade --install argocd argo/${ARGO_CD_CHART.chart} --version ${version} \\
  --namespace ${namespace} --create-namespace --values argocd-values.yaml --wait
kubectl apply --server-side --filename root.yaml
\`\`\`

${sync}
From then on Argo CD manages itself with the same chart, release and values (application \`argocd\`, which never
prunes); a change of them is a commit. \`root.yaml\` is the one file that Argo CD does not manage: after a change of
this cluster's revision, apply it again.

A private repository needs its credentials first, as a Secret in ${namespace} that git never holds:

\`\`\`sh
kubectl create secret generic fleet-repository --namespace ${namespace} \\
  --from-literal=type=git --from-literal=url=${cluster.fleet.repository} \\
  --from-literal=username=… --from-literal=password=…
kubectl label secret fleet-repository --namespace ${namespace} argocd.argoproj.io/secret-type=repository
\`\`\`

${secretsByHand(cluster)}To take the cluster out of Argo CD's hands without deleting anything: \`kubectl delete application root
--namespace ${namespace}\` (the root has no finalizer), then the applications that have none.
`;
}

/** Secrets that the cluster's applications wait for, and that neither git nor a chart makes. */
function secretsByHand(cluster: Cluster): string {
  const secrets = cluster.props.externals?.secrets ?? [];
  if (secrets.length === 0) return '';
  const lines = secrets.map(
    (secret) => `- \`${secret.slice(secret.indexOf('/') + 1)}\` in ${secret.slice(0, secret.indexOf('/'))}`,
  );
  return `These Secrets are made by hand too; what needs them waits until they are there:\n\n${lines.join('\n')}\n\n`;
}
