import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import { bundleProblems, bundleText } from '../gateway/ca-bundle';
import { isGranted } from '../gateway/grants';
import type { Reference } from '../gateway/shapes';
import { firstOf, keyValues } from '../key-values';
import { hasCertificate } from '../pem';
import type { Rule } from '../rule';
import { type Policy, policiesOf, refused } from './policies';

/** Where the bundle is: a Secret's own certificate is none. */
const KEYS = ['ca.crt'];

const AT = 'spec.tls.clientValidation';

export const clientValidation: Rule = {
  id: 'envoy-gateway/client-validation',
  holds: 'who asks clients for certificates says whom it trusts, and that is there',
  category: 'reference',
  effect: 'Accepted=False (Invalid): the listeners do not ask clients for certificates, or serve nobody.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clienttrafficpolicy.go: buildListenerTLSParameters',
  check(cluster, report) {
    for (const found of policiesOf(cluster, 'ClientTrafficPolicy')) {
      const validation = mapAt(mapAt(found.spec, 'tls'), 'clientValidation');
      if (!validation) continue;
      for (const problem of problemsOf(cluster, found, validation)) {
        report(found.policy, refused(cluster, found.policy, problem));
      }
    }
  },
};

/** Modes that verify nothing. */
const WITHOUT_BUNDLE = ['Request', 'RequireAny'];

function* problemsOf(cluster: ClusterView, found: Policy, validation: Fields): Iterable<FieldProblem> {
  const refs = listAt(validation, 'caCertificateRefs')
    .filter(isMap)
    .map((ref): Reference => ({ kind: 'Secret', ...ref }));
  const mode = textAt(validation, 'mode');
  if (refs.length === 0 && !WITHOUT_BUNDLE.includes(mode)) {
    const what = `asks clients for certificates${mode && ` (${mode})`} and says none that it trusts`;
    yield { at: AT, what, fix: 'Name the bundle under `caCertificateRefs`.' };
  }
  const crls = listAt(mapAt(validation, 'crl'), 'refs')
    .filter(isMap)
    .map((ref): Reference => ({ kind: 'Secret', ...ref }));
  yield* grantProblems(cluster, found, [...refs, ...crls]);
  for (const { text, fix } of bundleProblems(cluster, found.namespace, refs, KEYS)) {
    yield { at: `${AT}.caCertificateRefs`, what: text.replace(/\.$/, ''), fix };
  }
  for (const ref of refs) {
    const text = bundleText(cluster, ref.namespace ?? found.namespace, ref, KEYS);
    if (text === undefined || hasCertificate(text)) continue;
    const what = `trusts the ${ref.kind} "${ref.name}", which holds no certificate that is valid`;
    yield { at: `${AT}.caCertificateRefs`, what, fix: 'Put a bundle in PEM under `ca.crt`.' };
  }
  for (const { kind, name = '', ...ref } of crls) {
    if (kind !== 'Secret' && kind !== 'ConfigMap') continue;
    const values = keyValues(cluster, kind, ref.namespace ?? found.namespace, name);
    if (!values || firstOf(values, 'ca.crl')?.includes('BEGIN X509 CRL')) continue;
    const what = `takes revoked certificates from the ${kind} "${name}", which holds no such list`;
    yield { at: `${AT}.crl`, what, fix: 'Put the list in PEM under `ca.crl`.' };
  }
}

function* grantProblems(cluster: ClusterView, found: Policy, refs: readonly Reference[]): Iterable<FieldProblem> {
  for (const { group = '', kind = 'Secret', name = '', namespace = found.namespace } of refs) {
    if (namespace === found.namespace || kind === 'ClusterTrustBundle') continue;
    if (isGranted(cluster, found.policy, { group, kind, namespace, name })) continue;
    const what = `takes the ${kind} "${name}" from ${namespace}, which does not let it`;
    yield { at: AT, what, fix: `Add a ReferenceGrant in ${namespace} from ClientTrafficPolicy to the ${kind}.` };
  }
}
