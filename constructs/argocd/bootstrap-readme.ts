import type { Cluster } from '../../fleet/cluster';
import { ARGO_CD_CHART } from './chart';

/** The commands that bring a new cluster under Argo CD, with this cluster's own names. */
export function bootstrapReadme(cluster: Cluster, version: string, namespace: string): string {
  const sync =
    cluster.sync === 'automated'
      ? 'The root syncs by itself, and brings every application in its order.'
      : 'This cluster is synced by hand: sync the root first, then the applications in the order of their waves.';
  return `# Bootstrap of ${cluster.name}

${secretsByHand(cluster)}Once, with kubectl pointing at ${cluster.name}:

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

To take the cluster out of Argo CD's hands without deleting anything: \`kubectl delete application root
--namespace ${namespace}\` (the root has no finalizer), then the applications that have none.
`;
}

/** Secrets that neither git nor a chart makes, as the commands that make them. */
function secretsByHand(cluster: Cluster): string {
  const { secrets = [], secretKeys = [] } = cluster.props.externals ?? {};
  if (secrets.length === 0) return '';
  const namespaces = [...new Set(secrets.map((secret) => secret.slice(0, secret.indexOf('/'))))];
  const commands = secrets.map((secret) => {
    const [namespace, name] = secret.split('/');
    const keys = secretKeys.filter((key) => key.startsWith(`${secret}/`)).map((key) => key.slice(secret.length + 1));
    const values = (keys.length > 0 ? keys : ['KEY']).map((key) => `--from-literal=${key}=…`).join(' ');
    return `kubectl create secret generic ${name} --namespace ${namespace} ${values}`;
  });
  return `First the Secrets that nobody else makes (\`--from-file=KEY=FILE\` where one is a file):

\`\`\`sh
${[...namespaces.map((namespace) => `kubectl create namespace ${namespace}`), ...commands].join('\n')}
\`\`\`

`;
}
