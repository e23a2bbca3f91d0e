import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { type FieldProblem, type Fields, mapAt } from '../fields';
import { type PodContainer, podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const HOOKS = ['postStart', 'preStop'];
const PROBE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const HOOK_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

export const probeHandler: Rule = {
  id: 'kubernetes/probe-handler',
  holds: 'a probe or hook does one thing; only readiness wants several successes',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: validateHandler, validateLivenessProbe, validateStartupProbe',
  check(cluster, report) {
    for (const { entry, containers } of podsOf(cluster)) {
      for (const place of containers) {
        const container = place.container as unknown as Fields;
        for (const name of PROBES) {
          const probe = mapAt(container, name);
          if (!probe) continue;
          tell(entry, place, name, handlerProblem(probe, PROBE_HANDLERS), report);
          tell(entry, place, name, thresholdProblem(probe, name), report);
        }
        const lifecycle = mapAt(container, 'lifecycle');
        if (!lifecycle) continue;
        for (const name of HOOKS) {
          const hook = mapAt(lifecycle, name);
          if (!hook) continue;
          const problem = handlerProblem(hook, HOOK_HANDLERS);
          if (!problem) continue;
          const message = `${describe(entry.object)}: the ${name} hook of "${place.container.name}" ${problem.what}.`;
          report(entry, { message, fix: problem.fix, section: `${place.at}.lifecycle.${name}` });
        }
      }
    }
  },
};

function tell(entry: Entry, place: PodContainer, name: string, problem: Told | undefined, report: Report): void {
  if (!problem) return;
  const message = `${describe(entry.object)}: the ${name} of "${place.container.name}" ${problem.what}.`;
  report(entry, { message, fix: problem.fix, section: `${place.at}.${name}` });
}

type Told = Pick<FieldProblem, 'what' | 'fix'>;

function handlerProblem(handler: Fields, known: readonly string[]): Told | undefined {
  let found = 0;
  for (const name of known) if (handler[name] !== undefined) found++;
  if (found === 1) return undefined;
  const what = found === 0 ? 'does not say what it does' : `does ${found} things at once`;
  return { what, fix: `Say one of ${known.join(', ')}.` };
}

function thresholdProblem(probe: Fields, name: string): Told | undefined {
  const successes = probe['successThreshold'];
  if (name === 'readinessProbe' || successes === undefined || successes === 1) return undefined;
  return { what: `wants ${String(successes)} successes`, fix: 'Only a readinessProbe can: 1, or leave it out.' };
}
