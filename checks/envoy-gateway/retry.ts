import { type FieldProblem, type Fields, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { goDurationSeconds } from '../syntax/duration';
import { policiesOf, refused } from './policies';

export const retry: Rule = {
  id: 'envoy-gateway/retry',
  holds: 'waits between retries are not 0, and grow',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clustersettings.go: buildRetry',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      const backOff = mapAt(mapAt(mapAt(spec, 'retry'), 'perRetry'), 'backOff');
      for (const problem of problemsOf(backOff ?? {})) report(policy, refused(cluster, policy, problem));
    }
  },
};

function* problemsOf(backOff: Fields): Iterable<FieldProblem> {
  const at = 'spec.retry.perRetry.backOff';
  const base = goDurationSeconds(textAt(backOff, 'baseInterval') || undefined);
  const max = goDurationSeconds(textAt(backOff, 'maxInterval') || undefined);
  for (const [field, seconds] of Object.entries({ baseInterval: base, maxInterval: max })) {
    if (seconds === 0)
      yield { at: `${at}.${field}`, what: `waits 0s in ${field}`, fix: 'Wait at least "1ms", or leave it out.' };
  }
  if (base !== undefined && max !== undefined && max > 0 && base > max) {
    const what = `waits ${textAt(backOff, 'baseInterval')} at first and ${textAt(backOff, 'maxInterval')} at most`;
    yield { at, what, fix: 'Let maxInterval be no less than baseInterval.' };
  }
}
