import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import { keyValues } from '../key-values';
import type { Rule } from '../rule';
import { type Policy, policiesOf, refused } from './policies';

export const jwtProvider: Rule = {
  id: 'envoy-gateway/jwt-provider',
  holds: 'JWT providers have names of their own, an issuer, and keys from one place that is there',
  category: 'reference',
  effect: 'Accepted=False (Invalid): the routes answer every request with status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/securitypolicy.go: validateJWTProvider, buildLocalJWKS',
  check(cluster, report) {
    for (const found of policiesOf(cluster, 'SecurityPolicy')) {
      for (const problem of problemsOf(cluster, found)) report(found.policy, refused(cluster, found.policy, problem));
    }
  },
};

function* problemsOf(cluster: ClusterView, { spec, namespace }: Policy): Iterable<FieldProblem> {
  const names = new Set<string>();
  for (const [i, provider] of listAt(mapAt(spec, 'jwt'), 'providers').entries()) {
    if (!isMap(provider)) continue;
    const at = `spec.jwt.providers[${i}]`;
    const name = textAt(provider, 'name');
    if (name === '') yield { at, what: 'has a JWT provider without a name', fix: 'Name it.' };
    else if (names.has(name)) yield { at, what: `has two JWT providers "${name}"`, fix: 'Give one another name.' };
    names.add(name);
    yield* issuerProblems(textAt(provider, 'issuer'), at);
    yield* keyProblems(cluster, namespace, name, provider, at);
    for (const claim of listAt(provider, 'claimToHeaders').filter(isMap)) {
      if (textAt(claim, 'header') && textAt(claim, 'claim')) continue;
      const what = `copies a claim of "${name}" into a header, and lacks one of the two`;
      yield { at: `${at}.claimToHeaders`, what, fix: 'Say `header` and `claim`.' };
    }
  }
}

/** RFC 7519, 4.1.1: with a colon it is a URI; with an @ it is an address. */
function* issuerProblems(issuer: string, at: string): Iterable<FieldProblem> {
  const wrong = issuer.includes(':') ? !isUri(issuer) : issuer.includes('@') && !/^[^\s@]+@[^\s@]+$/.test(issuer);
  if (wrong) {
    const what = `expects tokens of the issuer "${issuer}", which is neither a URI nor an address`;
    yield { at: `${at}.issuer`, what, fix: 'Write it as the tokens have it in `iss`.' };
  }
}

function* keyProblems(
  cluster: ClusterView,
  namespace: string,
  name: string,
  provider: Fields,
  at: string,
): Iterable<FieldProblem> {
  const [remote, local] = [mapAt(provider, 'remoteJWKS'), mapAt(provider, 'localJWKS')];
  if ((remote === undefined) === (local === undefined)) {
    const what = `takes the keys of "${name}" from ${remote ? 'two places' : 'nowhere'}`;
    yield { at, what, fix: 'Say one of `remoteJWKS` and `localJWKS`.' };
    return;
  }
  if (remote && !isUri(textAt(remote, 'uri'))) {
    const what = `takes the keys of "${name}" from "${textAt(remote, 'uri')}", which is no URI`;
    yield { at: `${at}.remoteJWKS.uri`, what, fix: 'Write it whole: "https://login.example.com/keys".' };
  }
  if (!local) return;
  const byReference = textAt(local, 'type') === 'ValueRef';
  const map = textAt(mapAt(local, 'valueRef'), 'name');
  if (byReference ? !map : typeof local['inline'] !== 'string') {
    const field = byReference ? 'valueRef' : 'inline';
    yield { at: `${at}.localJWKS`, what: `takes the keys of "${name}" from nowhere`, fix: `Say \`${field}\`.` };
  } else if (byReference && !cluster.isExternal('configMaps', namespace, map)) {
    const values = keyValues(cluster, 'ConfigMap', namespace, map);
    if (values && values.size > 0) return;
    const there = values ? '' : didYouMean(map, cluster.names('ConfigMap', namespace));
    const what = `takes the keys of "${name}" from the ConfigMap "${map}", which ${values ? 'holds nothing' : `nothing makes in ${namespace}`}${there}`;
    yield {
      at: `${at}.localJWKS.valueRef`,
      what,
      fix: 'Create it in the policy’s own namespace, with the key `jwks`.',
    };
  }
}

function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) || /^\/\S*$/.test(text);
}
