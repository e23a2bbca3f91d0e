import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { policiesOf, refused } from './policies';

/** Header filters of the listener: what is done to requests before they are routed, and to responses at the end. */
const FILTERS = ['earlyRequestHeaders', 'lateResponseHeaders'];
const CHANGES = ['add', 'set', 'addIfAbsent'];

export const headerModifier: Rule = {
  id: 'envoy-gateway/header-modifier',
  holds: 'header filters of listeners change something, and by names and values that are ones',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clienttrafficpolicy.go: translateHeaderModifier',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'ClientTrafficPolicy')) {
      for (const name of FILTERS) {
        const filter = mapAt(mapAt(spec, 'headers'), name);
        if (!filter) continue;
        for (const problem of problemsOf(filter, `spec.headers.${name}`))
          report(policy, refused(cluster, policy, problem));
      }
    }
  },
};

function* problemsOf(filter: Fields, at: string): Iterable<FieldProblem> {
  const removes = [...listAt(filter, 'remove'), ...listAt(filter, 'removeOnMatch')];
  const changes = CHANGES.flatMap((change) => listAt(filter, change).filter(isMap));
  if (changes.length + removes.length === 0) {
    yield { at, what: 'changes headers and says none', fix: `Say \`${CHANGES.join('`, `')}\` or \`remove\`.` };
  }
  for (const change of changes) {
    const [name, value] = [textAt(change, 'name'), textAt(change, 'value')];
    if (name === '' || /[/:]/.test(name))
      yield { at, what: `changes the header "${name}"`, fix: 'Write a header’s name, without "/" and ":".' };
    else if (/[^\P{Cc}\t]/u.test(value))
      yield { at, what: `gives the header "${name}" a value with control characters`, fix: 'Write it in one line.' };
  }
  if (removes.some((name) => name === ''))
    yield { at, what: 'removes a header without a name', fix: 'Write the header’s name.' };
}
