import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { isOpenStack, SHOOT, type ShootSpec, type Worker } from './shapes';

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 15;
const SIZE = /^\d+(?:Mi|Gi|Ti|M|G|T)$/i;

export const shootWorkers: Rule = {
  id: 'gardener/shoot-workers',
  holds: 'a Shoot’s workers have names, numbers and zones that Gardener takes',
  effect: 'Gardener’s API server, or the OpenStack extension’s webhook, refuses the Shoot.',
  source:
    'Gardener v1.149.3, pkg/api/core/validation/shoot.go: ValidateWorker, ValidateWorkers, ValidateSystemComponentWorkers; gardener-extension-provider-openstack v1.57.0, pkg/apis/openstack/validation: ValidateWorkers',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SHOOT)) {
      const spec = specOf<ShootSpec>(entry);
      const workers = spec.provider?.workers ?? [];
      const seen = new Set<string>();
      // Pools of the same zones count together.
      const most = new Map<string, number>();
      for (const worker of workers) {
        most.set(zonesKey(worker), (most.get(zonesKey(worker)) ?? 0) + Math.max(0, worker.maximum ?? 0));
      }
      for (const [index, worker] of workers.entries()) {
        const { name = '' } = worker;
        const say = (what: string, fix: string) =>
          report(entry, {
            message: `${describe(entry.object)}: the workers "${name}" ${what}.`,
            fix,
            section: `spec.provider.workers[${name || index}]`,
          });
        if (seen.has(name)) say('are there twice', 'Give each pool a name of its own.');
        seen.add(name);
        for (const [what, fix] of problemsOf(worker)) say(what, fix);
        const { zones = [], maximum = 0 } = worker;
        const together = most.get(zonesKey(worker)) ?? 0;
        if (maximum > 0 && together < zones.length) {
          say(
            `are ${together} at most in ${zones.length} zones`,
            'One for each zone at least, with the other pools of these zones.',
          );
        }
        if (isOpenStack(spec)) for (const [what, fix] of onOpenStack(worker)) say(what, fix);
      }
      if (workers.length > 0 && !workers.some(({ maximum = 0 }) => maximum > 0)) {
        report(entry, {
          message: `${describe(entry.object)} has no workers that there may be one of.`,
          fix: 'Give a pool a `maximum` above 0: what every cluster runs has to run somewhere.',
          section: 'spec.provider.workers',
        });
      }
    }
  },
};

type Problem = readonly [what: string, fix: string];

function* problemsOf(worker: Worker): Iterable<Problem> {
  const { name = '', minimum = 0, maximum = 0, machine, maxSurge = 1, maxUnavailable = 0, volume } = worker;
  if (!NAME.test(name) || name.length > LONGEST)
    yield ['have a name that is no DNS label', `${LONGEST} characters at most, lower case.`];
  if (minimum < 0 || maximum < 0) yield ['are fewer than none', 'Numbers from 0 on.'];
  else if (maximum < minimum)
    yield [`are ${maximum} at most and ${minimum} at least`, 'A `maximum` that is not below `minimum`.'];
  const isInPlace = worker.updateStrategy === 'ManualInPlaceUpdate';
  if (!isInPlace && amount(maxSurge) === 0 && amount(maxUnavailable) === 0) {
    yield ['can never be replaced: maxSurge and maxUnavailable are 0', 'Let one of them be more.'];
  }
  if (!machine?.type) yield ['have no machine type', 'Say `machine.type`, one of the cloud profile’s.'];
  if (volume?.size !== undefined && !SIZE.test(volume.size))
    yield [`have a volume of "${volume.size}"`, 'A size such as 50Gi.'];
  if ((worker.dataVolumes ?? []).length > 0 && !volume) yield ['have data volumes and no volume', 'Say `volume`.'];
}

function* onOpenStack({ zones = [], volume }: Worker): Iterable<Problem> {
  if (zones.length === 0) yield ['are in no zone', 'Say `zones`.'];
  if (new Set(zones).size < zones.length) yield ['are in a zone twice', 'Name each zone once.'];
  if (volume?.type && !volume.size)
    yield [`have a volume of the type "${volume.type}" and no size`, 'Say `volume.size`.'];
}

/** A number, or a percentage. */
const amount = (value: number | string) => Number.parseInt(String(value), 10);

const zonesKey = ({ zones = [] }: Worker) => [...zones].sort().join(',');
