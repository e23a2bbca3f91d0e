import { isValidCIDR } from 'ipaddr.js';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { regexProblem } from '../syntax/regex';
import { policiesOf, refused } from './policies';

const SECONDS: Readonly<Record<string, number>> = {
  Second: 1,
  Minute: 60,
  Hour: 3600,
  Day: 86_400,
  Month: 2_592_000,
  Year: 31_536_000,
};

export const rateLimit: Rule = {
  id: 'envoy-gateway/rate-limit',
  holds: 'rate limits have rules whose units, patterns, networks and values fit together',
  effect: 'Accepted=False (Invalid): nothing of the policy holds, and no request is limited.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/backendtrafficpolicy.go: buildLocalRateLimit, buildRateLimitRule',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      const limits = mapAt(spec, 'rateLimit');
      if (!limits) continue;
      for (const problem of problemsOf(limits)) report(policy, refused(cluster, policy, problem));
    }
  },
};

function* problemsOf(limits: Fields): Iterable<FieldProblem> {
  const type = textAt(limits, 'type').toLowerCase();
  if (type && !mapAt(limits, type)) {
    const what = `has rate limits of type ${textAt(limits, 'type')} and says none`;
    yield { at: `spec.rateLimit.${type}`, what, fix: `Write \`${type}\` with its rules.` };
  }
  yield* unitProblems(listAt(mapAt(limits, 'local'), 'rules').filter(isMap));
  for (const kind of ['local', 'global']) {
    for (const [i, rule] of listAt(mapAt(limits, kind), 'rules').entries()) {
      if (!isMap(rule)) continue;
      for (const [j, selector] of listAt(rule, 'clientSelectors').entries()) {
        if (isMap(selector))
          yield* selectorProblems(selector, `spec.rateLimit.${kind}.rules[${i}].clientSelectors[${j}]`);
      }
    }
  }
}

/** Envoy has one bucket for what no selector takes; every other bucket is filled at multiples of its time. */
function* unitProblems(rules: readonly Fields[]): Iterable<FieldProblem> {
  const at = 'spec.rateLimit.local.rules';
  const general = rules.filter((rule) => listAt(rule, 'clientSelectors').length === 0);
  if (general.length > 1) {
    const what = `has ${general.length} local rules without clientSelectors`;
    yield { at, what, fix: 'One is for all clients: give the others selectors.' };
    return;
  }
  const unitOf = (rule: Fields | undefined) => textAt(mapAt(rule, 'limit'), 'unit');
  const base = general.length === 1 ? unitOf(general[0]) : 'Second';
  for (const rule of rules) {
    const unit = unitOf(rule);
    if ((SECONDS[unit] ?? 0) % (SECONDS[base] ?? 1) === 0) continue;
    const what = `limits by ${unit.toLowerCase()} beside a limit for all by ${base.toLowerCase()}`;
    yield { at, what, fix: `Write the limit for all by ${unit.toLowerCase()}, or this one by ${base.toLowerCase()}.` };
  }
}

function* selectorProblems(selector: Fields, at: string): Iterable<FieldProblem> {
  for (const field of ['headers', 'queryParams']) {
    for (const [i, item] of listAt(selector, field).entries()) {
      if (isMap(item)) yield* matchProblems(item, `${at}.${field}[${i}]`);
    }
  }
  const path = mapAt(selector, 'path');
  if (path && textAt(path, 'type') === 'RegularExpression') yield* patternProblems(textAt(path, 'value'), `${at}.path`);
  const cidr = textAt(mapAt(selector, 'sourceCIDR'), 'value');
  if (cidr && !isValidCIDR(cidr))
    yield {
      at: `${at}.sourceCIDR`,
      what: `limits the network "${cidr}", which is none`,
      fix: 'Write it so: "10.0.0.0/8".',
    };
}

function* matchProblems(match: Fields, at: string): Iterable<FieldProblem> {
  const [type, name, value] = [textAt(match, 'type'), textAt(match, 'name'), match['value']];
  if (type === 'Distinct') {
    if (match['invert'] === true)
      yield { at, what: `limits each value of "${name}" apart, and inverts that`, fix: 'Take `invert` away.' };
    if (value !== undefined)
      yield {
        at,
        what: `limits each value of "${name}" apart, and names one`,
        fix: 'Take `value` away, or make the type Exact.',
      };
  } else if (value === undefined || value === '') {
    yield { at, what: `limits by "${name}" and says no value`, fix: 'Say `value`, or make the type Distinct.' };
  } else if (type === 'RegularExpression') {
    yield* patternProblems(String(value), at);
  }
}

function* patternProblems(pattern: string, at: string): Iterable<FieldProblem> {
  const wrong = regexProblem(pattern);
  if (wrong)
    yield {
      at,
      what: `has the pattern "${pattern}" (${wrong})`,
      fix: 'Envoy takes RE2: begin with what the `*` repeats.',
    };
}
