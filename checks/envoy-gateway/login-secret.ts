import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt } from '../fields';
import { keyValues } from '../key-values';
import type { Rule } from '../rule';
import { type Policy, policiesOf, refused } from './policies';
import { type SecretUse, secretProblem } from './secret-problem';

const DOES = 'takes logins from';

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

function* secretsNamed(spec: Fields): Iterable<SecretUse> {
  const users = mapAt(mapAt(spec, 'basicAuth'), 'users');
  if (users) yield { ref: users, at: 'spec.basicAuth.users', does: DOES, key: '.htpasswd' };
  const oidc = mapAt(spec, 'oidc');
  for (const [field, key] of [
    ['clientSecret', 'client-secret'],
    ['clientIDRef', 'client-id'],
  ] as const) {
    const ref = mapAt(oidc, field);
    if (ref) yield { ref, at: `spec.oidc.${field}`, does: DOES, key };
  }
  for (const [i, ref] of listAt(mapAt(spec, 'apiKeyAuth'), 'credentialRefs').entries()) {
    if (isMap(ref)) yield { ref, at: `spec.apiKeyAuth.credentialRefs[${i}]`, does: DOES };
  }
}

function problemOf(
  cluster: ClusterView,
  { policy, namespace: home }: Policy,
  use: SecretUse,
): FieldProblem | undefined {
  const problem = secretProblem(cluster, policy, use);
  if (problem) return problem;
  const { ref, at, key } = use;
  const { name = '', namespace = home } = ref;
  const users = key === '.htpasswd' ? keyValues(cluster, 'Secret', namespace, name)?.get(key) : undefined;
  const entries = (users ?? '').split(/\r?\n/).map((line) => line.trim());
  const wrong = entries.find((line) => line !== '' && !/^[^:]+:\{SHA\}[A-Za-z0-9+/]{27}=$/.test(line));
  if (!wrong) return undefined;
  // The line holds a password: only its user may be told.
  const what = `takes logins from the Secret "${name}", whose entry of "${wrong.split(':')[0]}" is no SHA-1`;
  return { at, what, fix: 'Envoy knows only `htpasswd -s`: "user:{SHA}…".' };
}
