import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { keyValues } from '../key-values';
import { keyPairProblem } from '../pem';
import type { Rule } from '../rule';
import { secretNames, secretsOf } from '../secrets-of';
import { isGranted } from './grants';
import { GATEWAY, gatewaySpec, type Reference } from './shapes';

const SECTION = 'spec.tls.backend.clientCertificateRef';

export const clientCertificate: Rule = {
  id: 'gateway/client-certificate',
  holds: 'the certificate that a Gateway shows backends is there, in reach',
  reason: 'InvalidClientCertificateRef',
  category: 'reference',
  effect:
    'ResolvedRefs=False: InvalidClientCertificateRef or RefNotPermitted; backends that ask for it are unreachable.',
  source: 'Gateway API v1.6.1, GatewayBackendTLS; Envoy Gateway v1.9.0, internal/gatewayapi/validate.go',
  check(cluster, report) {
    for (const gateway of cluster.ofKind(GATEWAY)) {
      const ref = gatewaySpec(gateway).tls?.backend?.clientCertificateRef;
      const wrong = ref && problemOf(cluster, gateway, ref);
      if (!wrong) continue;
      const message = `${describe(gateway.object)} ${wrong.text}`;
      report(gateway, { message, fix: wrong.fix, section: SECTION, reason: wrong.reason });
    }
  },
};

function problemOf(
  cluster: ClusterView,
  gateway: Entry,
  { group = '', kind = 'Secret', name = '', ...ref }: Reference,
) {
  const home = gateway.object.metadata.namespace ?? '';
  const namespace = ref.namespace ?? home;
  if (group !== '' || kind !== 'Secret') {
    const text = `shows backends a certificate of ${group ? `${group}/` : ''}${kind} "${name}".`;
    return { text, fix: 'Name a Secret of type kubernetes.io/tls, with an empty group.' };
  }
  if (namespace !== home && !isGranted(cluster, gateway, { group: '', kind: 'Secret', namespace, name })) {
    const text = `shows backends a certificate from ${namespace}, which does not let it.`;
    const fix = `Add a ReferenceGrant in ${namespace} from Gateway to the Secret.`;
    return { text, fix, reason: 'RefNotPermitted' };
  }
  if (!secretsOf(cluster).has(`${namespace}/${name}`)) {
    const there = didYouMean(name, secretNames(cluster, namespace));
    const text = `shows backends the certificate of the Secret "${name}", which nothing makes in ${namespace}.${there}`;
    return { text, fix: 'Make a Certificate with that `secretName`.' };
  }
  const values = keyValues(cluster, 'Secret', namespace, name);
  const broken = values && keyPairProblem(values.get('tls.crt') ?? '', values.get('tls.key') ?? '');
  if (!broken) return undefined;
  const text = `shows backends the certificate of the Secret "${name}", and ${broken}.`;
  return { text, fix: 'Put a certificate in PEM under `tls.crt` and its own key under `tls.key`.' };
}
