import { UNRESTRICTED_VOLUMES } from '../../facts/pod-security';
import { containersOf, type Pod, type PodFinding } from './pod';

const REFUSED: ReadonlySet<string> = new Set(UNRESTRICTED_VOLUMES);

/** What the level restricted does not allow besides. */
export function* restrictedFindings(pod: Pod): Iterable<PodFinding> {
  const { securityContext: forAll = {}, volumes } = pod.spec;
  for (const volume of volumes ?? []) {
    for (const kind of Object.keys(volume)) {
      // What is no kind of volume is told by the schema.
      if (!REFUSED.has(kind)) continue;
      const words = `volume "${volume.name}" is ${kind === 'hostPath' ? 'a hostPath' : `of the kind ${kind}`}`;
      yield { control: 'Volume Types', field: `spec.volumes[*].${kind}`, value: kind, words };
    }
  }
  if (forAll.runAsNonRoot === false) {
    const field = 'spec.securityContext.runAsNonRoot';
    yield { control: 'Running as Non-root', field, value: false, words: 'the Pod may run as root (runAsNonRoot)' };
  }
  if (forAll.runAsUser === 0) {
    const field = 'spec.securityContext.runAsUser';
    yield { control: 'Running as Non-root user', field, value: 0, words: 'the Pod runs as user 0' };
  }
  yield* ofContainers(pod, forAll);
}

function* ofContainers(pod: Pod, forAll: NonNullable<Pod['spec']['securityContext']>): Iterable<PodFinding> {
  for (const { container, at, name } of containersOf(pod)) {
    const own = container.securityContext ?? {};
    const { add = [], drop = [] } = own.capabilities ?? {};
    const say = (control: string, field: string, value: unknown, words: string): PodFinding => ({
      control,
      field: `${at}.securityContext.${field}`,
      value,
      container,
      words: `${name} ${words}`,
    });
    if ((own.runAsNonRoot ?? forAll.runAsNonRoot) !== true) {
      yield say('Running as Non-root', 'runAsNonRoot', own.runAsNonRoot, 'may run as root (runAsNonRoot)');
    }
    if (own.runAsUser === 0) yield say('Running as Non-root user', 'runAsUser', 0, 'runs as user 0');
    if (own.allowPrivilegeEscalation !== false) {
      const value = own.allowPrivilegeEscalation;
      yield say('Privilege Escalation', 'allowPrivilegeEscalation', value, 'may escalate (allowPrivilegeEscalation)');
    }
    if (!drop.includes('ALL')) yield say('Capabilities', 'capabilities.drop', drop, 'does not drop ALL capabilities');
    for (const value of add) {
      if (value !== 'NET_BIND_SERVICE') yield say('Capabilities', 'capabilities.add', value, `adds ${value}`);
    }
    const profile = (own.seccompProfile ?? forAll.seccompProfile)?.type;
    if (profile !== 'RuntimeDefault' && profile !== 'Localhost') {
      yield say('Seccomp', 'seccompProfile.type', profile, 'has no seccomp profile');
    }
  }
}
