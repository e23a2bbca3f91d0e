import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { cronProblem } from '../syntax/cron';
import { isTimeZone } from '../syntax/time-zone';
import { violation } from '../violation';

export const hibernation: Rule = {
  id: 'gardener/hibernation',
  holds: 'a Shoot’s hibernation begins and ends at times that there are',
  category: 'schema',
  effect: 'Gardener refuses the Shoot.',
  source: 'Gardener v1.149.3, pkg/apis/core/validation/shoot.go: ValidateHibernationSchedules',
  check(cluster, report) {
    for (const entry of cluster.ofKind('core.gardener.cloud/Shoot')) {
      const schedules = listAt(mapAt(specOf<Fields>(entry), 'hibernation'), 'schedules');
      for (const [i, schedule] of schedules.entries()) {
        if (!isMap(schedule)) continue;
        for (const problem of problemsOf(schedule, `spec.hibernation.schedules[${i}]`))
          report(entry, violation(entry, problem));
      }
    }
  },
};

function* problemsOf(schedule: Fields, at: string): Iterable<FieldProblem> {
  const times = (['start', 'end'] as const).filter((field) => schedule[field] !== undefined);
  if (times.length === 0) yield { at, what: 'hibernates at no time', fix: 'Say `start` or `end`.' };
  for (const field of times) {
    const text = textAt(schedule, field);
    const wrong = cronProblem(text, { descriptors: false });
    if (wrong)
      yield { at: `${at}.${field}`, what: `hibernates at "${text}": ${wrong}`, fix: 'Five fields: "0 20 * * 1-5".' };
  }
  const zone = textAt(schedule, 'location');
  if (zone && !isTimeZone(zone))
    yield {
      at: `${at}.location`,
      what: `hibernates at the time of "${zone}", which is no time zone`,
      fix: 'Write a name of the IANA database: "Europe/Berlin".',
    };
}
