import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { isWorkerless, SHOOT, type ShootSpec } from './shapes';

const PURPOSES = ['evaluation', 'testing', 'development', 'production'];
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** A Shoot's name and its project's together become parts of names in the seed. */
const NAMES = 21;

export const shootSpec: Rule = {
  id: 'gardener/shoot-spec',
  holds: 'a Shoot has a name, bindings, a profile and a maintenance window that Gardener takes',
  effect: 'Gardener’s API server refuses the Shoot.',
  source:
    'Gardener v1.149.3, pkg/api/core/validation/shoot.go: ValidateShootSpec, validateMaintenance; plugin/pkg/shoot/validator/admission.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SHOOT)) {
      const spec = specOf<ShootSpec>(entry);
      const { name, namespace = '' } = entry.object.metadata;
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `Shoot ${namespace}/${name} ${what}.`, fix, section });
      const project = projectOf(cluster, namespace);
      if (!DNS_LABEL.test(name))
        say('has a name that is no DNS label', 'Lower-case letters, digits and dashes.', 'metadata.name');
      else if (namespace !== 'garden' && name.length + project.length > NAMES) {
        const length = name.length + project.length;
        say(
          `has ${length} characters in its name and its project's ("${project}")`,
          `Together ${NAMES} at most.`,
          'metadata.name',
        );
      }
      const { secretBindingName, credentialsBindingName, cloudProfile, cloudProfileName, kubernetes } = spec;
      if (secretBindingName && credentialsBindingName) {
        say('names a secret binding and a credentials binding', 'One of them.', 'spec.credentialsBindingName');
      } else if (!secretBindingName && !credentialsBindingName && !isWorkerless(spec)) {
        say('names no binding for its credentials', 'Say `credentialsBindingName`.', 'spec.credentialsBindingName');
      }
      const minor = Number(/^1\.(\d+)/.exec(kubernetes?.version ?? '')?.[1] ?? 0);
      if (!cloudProfile?.name && !cloudProfileName)
        say('names no cloud profile', 'Say `cloudProfile.name`.', 'spec.cloudProfile');
      if (cloudProfileName && minor >= 34) {
        say(
          'says cloudProfileName, which ended with Kubernetes 1.34',
          'Say `cloudProfile.name`.',
          'spec.cloudProfileName',
        );
      }
      if (!spec.region) say('names no region', 'Say one of the cloud profile’s.', 'spec.region');
      const purposes = namespace === 'garden' ? [...PURPOSES, 'infrastructure'] : PURPOSES;
      if (spec.purpose !== undefined && !purposes.includes(spec.purpose)) {
        say(`is for "${spec.purpose}"`, `One of ${purposes.join(', ')}.`, 'spec.purpose');
      }
      const problem = windowProblem(spec.maintenance?.timeWindow);
      if (problem)
        say(
          `has a maintenance window that ${problem}`,
          '`begin: "220000+0100"`, `end: "230000+0100"`; 30 minutes to 6 hours.',
          'spec.maintenance.timeWindow',
        );
    }
  },
};

/** A project's name: its Namespace says it, or begins its own name with `garden-`. */
function projectOf(cluster: ClusterView, namespace: string): string {
  const labels = cluster.find('Namespace', undefined, namespace)?.object.metadata.labels;
  return labels?.['project.gardener.cloud/name'] ?? namespace.replace(/^garden-/, '');
}

type Window = NonNullable<NonNullable<ShootSpec['maintenance']>['timeWindow']>;
const DAY = 24 * 60;

function windowProblem(window: Window | undefined): string | undefined {
  if (!window) return undefined;
  const begin = minuteOf(window.begin);
  const end = minuteOf(window.end);
  if (begin === undefined || end === undefined) return 'is not written as HHMMSS with a zone';
  const length = (end - begin + DAY) % DAY;
  if (length < 30) return `is ${length} minutes long`;
  return length > 6 * 60 ? `is ${length / 60} hours long` : undefined;
}

/** The minute of the day in UTC. */
function minuteOf(text = ''): number | undefined {
  const match = /^([01]\d|2[0-3])([0-5]\d)[0-5]\d([+-])(\d\d)(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, sign, zoneHours, zoneMinutes] = match;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  return (Number(hours) * 60 + Number(minutes) - zone + 2 * DAY) % DAY;
}
