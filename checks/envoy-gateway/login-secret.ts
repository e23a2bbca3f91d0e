import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt } from '../fields';
import { isGranted } from '../gateway/grants';
import type { Reference } from '../gateway/shapes';
import { keyValues } from '../key-values';
import type { Rule } from '../rule';
import { secretKeys, secretNames, secretsOf } from '../secrets-of';
import { type Policy, policiesOf, refused } from './policies';

/** A Secret that a policy reads logins from. */
interface LoginSecret {
  readonly ref: Reference;
  readonly at: string;
  /** The key that has to be in it. */
  readonly key?: string;
}

export const loginSecret: Rule = {
  id: 'envoy-gateway/login-secret',
  holds: 'a SecurityPolicy’s Secrets are there, in reach, with the key that is read and what can be read',
  category: 'reference',
  effect: 'Accepted=False (Invalid): the routes answer every request with status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/securitypolicy.go: buildBasicAuth, buildOIDC, buildAPIKeyAuth',
  check(cluster, report) {
    for (const found of policiesOf(cluster, 'SecurityPolicy')) {
      for (const secret of secretsNamed(found.spec)) {
        const problem = problemOf(cluster, found, secret);
        if (problem) report(found.policy, refused(cluster, found.policy, problem));
      }
    }
  },
};

function* secretsNamed(spec: Fields): Iterable<LoginSecret> {
  const users = mapAt(mapAt(spec, 'basicAuth'), 'users');
  if (users) yield { ref: users, at: 'spec.basicAuth.users', key: '.htpasswd' };
  const oidc = mapAt(spec, 'oidc');
  for (const [field, key] of [
    ['clientSecret', 'client-secret'],
    ['clientIDRef', 'client-id'],
  ] as const) {
    const ref = mapAt(oidc, field);
    if (ref) yield { ref, at: `spec.oidc.${field}`, key };
  }
  for (const [i, ref] of listAt(mapAt(spec, 'apiKeyAuth'), 'credentialRefs').entries()) {
    if (isMap(ref)) yield { ref, at: `spec.apiKeyAuth.credentialRefs[${i}]` };
  }
}

function problemOf(
  cluster: ClusterView,
  { policy, namespace: home }: Policy,
  { ref: { name = '', namespace = home }, at, key }: LoginSecret,
): FieldProblem | undefined {
  if (namespace !== home && !isGranted(cluster, policy, { group: '', kind: 'Secret', namespace, name })) {
    const what = `takes the Secret "${name}" from ${namespace}, which does not let it`;
    return { at, what, fix: `Add a ReferenceGrant in ${namespace} from SecurityPolicy to the Secret.` };
  }
  if (!secretsOf(cluster).has(`${namespace}/${name}`)) {
    const there = didYouMean(name, secretNames(cluster, namespace));
    const what = `takes logins from the Secret "${name}", which nothing makes in ${namespace}${there}`;
    return { at, what, fix: `Let an ExternalSecret make it${key ? `, with the key \`${key}\`` : ''}.` };
  }
  const keys = secretKeys(cluster, namespace, name);
  if (key && keys && !keys.includes(key)) {
    const what = `takes logins from the key "${key}" of the Secret "${name}", which has ${keys.join(', ') || 'none'}${didYouMean(key, keys)}`;
    return { at, what, fix: 'Envoy Gateway reads that key: rename it.' };
  }
  const users = key === '.htpasswd' ? keyValues(cluster, 'Secret', namespace, name)?.get(key) : undefined;
  const entries = (users ?? '').split(/\r?\n/).map((line) => line.trim());
  const wrong = entries.find((line) => line !== '' && !/^[^:]+:\{SHA\}[A-Za-z0-9+/]{27}=$/.test(line));
  if (!wrong) return undefined;
  // The line holds a password: only its user may be told.
  const what = `takes logins from the Secret "${name}", whose entry of "${wrong.split(':')[0]}" is no SHA-1`;
  return { at, what, fix: 'Envoy knows only `htpasswd -s`: "user:{SHA}…".' };
}
