import { type FieldProblem, type Fields, mapAt } from '../fields';
import type { Rule } from '../rule';
import { quantityValue } from '../syntax/quantity';
import { policiesOf, refused } from './policies';

/** What Envoy counts bytes with: 32 bits. */
const MOST = 2 ** 32 - 1;

export const bufferLimit: Rule = {
  id: 'envoy-gateway/buffer-limit',
  holds: 'limits of buffers are whole bytes that 32 bits hold; requests that become connections are not buffered',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi: clienttrafficpolicy.go buildConnection, clustersettings.go buildBackendConnection, backendtrafficpolicy.go buildRequestBuffer',
  check(cluster, report) {
    for (const kind of ['ClientTrafficPolicy', 'BackendTrafficPolicy'] as const) {
      for (const { policy, spec } of policiesOf(cluster, kind)) {
        for (const problem of problemsOf(spec)) report(policy, refused(cluster, policy, problem));
      }
    }
  },
};

function* problemsOf(spec: Fields): Iterable<FieldProblem> {
  yield* limitProblems(mapAt(spec, 'connection')?.['bufferLimit'], 'spec.connection.bufferLimit');
  yield* limitProblems(mapAt(spec, 'requestBuffer')?.['limit'], 'spec.requestBuffer.limit');
  if (mapAt(spec, 'requestBuffer') && Array.isArray(spec['httpUpgrade']) && spec['httpUpgrade'].length > 0) {
    const what = 'buffers requests, and lets connections be upgraded';
    yield { at: 'spec.requestBuffer', what, fix: 'An upgraded connection never ends: keep one of the two.' };
  }
}

function* limitProblems(limit: unknown, at: string): Iterable<FieldProblem> {
  if (limit === undefined) return;
  const bytes = quantityValue(limit);
  if (bytes !== undefined && Number.isInteger(bytes) && bytes >= 0 && bytes <= MOST) return;
  const fix = 'Whole bytes, from 0 to 4294967295: "32Ki", "1Mi".';
  yield { at, what: `has the limit ${String(limit)}`, fix };
}
