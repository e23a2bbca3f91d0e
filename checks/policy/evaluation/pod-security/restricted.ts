import { type Control, containers } from './pod';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** The controls that the level restricted adds. Source: as of baseline. */
export const restricted: readonly Control[] = [
  {
    name: 'Volume Types',
    check: ({ spec }) =>
      (spec.volumes ?? []).flatMap((volume) =>
        Object.keys(volume)
          .filter((key) => key !== 'name' && !VOLUMES.includes(key))
          .map((key) => ({ field: `spec.volumes[*].${key}`, value: key })),
      ),
  },
  {
    name: 'Privilege Escalation',
    check: (pod) =>
      containers(pod)
        .filter(({ container }) => container.securityContext?.allowPrivilegeEscalation !== false)
        .map(({ container, at, image }) => ({
          field: `${at}.securityContext.allowPrivilegeEscalation`,
          value: container.securityContext?.allowPrivilegeEscalation,
          image,
        })),
  },
  {
    name: 'Running as Non-root',
    check: (pod) => {
      const forAll = pod.spec.securityContext?.runAsNonRoot;
      const wrong = containers(pod).filter(
        ({ container }) => (container.securityContext?.runAsNonRoot ?? forAll) !== true,
      );
      return [
        ...(forAll === false ? [{ field: 'spec.securityContext.runAsNonRoot', value: false }] : []),
        ...wrong.map(({ container, at, image }) => ({
          field: `${at}.securityContext.runAsNonRoot`,
          value: container.securityContext?.runAsNonRoot,
          image,
        })),
      ];
    },
  },
  {
    name: 'Running as Non-root user',
    check: (pod) => [
      ...(pod.spec.securityContext?.runAsUser === 0 ? [{ field: 'spec.securityContext.runAsUser', value: 0 }] : []),
      ...containers(pod)
        .filter(({ container }) => container.securityContext?.runAsUser === 0)
        .map(({ at, image }) => ({ field: `${at}.securityContext.runAsUser`, value: 0, image })),
    ],
  },
  {
    name: 'Seccomp',
    check: (pod) => {
      const forAll = pod.spec.securityContext?.seccompProfile?.type;
      return containers(pod).flatMap(({ container, at, image }) => {
        const value = container.securityContext?.seccompProfile?.type ?? forAll;
        const fine = value === 'RuntimeDefault' || value === 'Localhost';
        return fine ? [] : [{ field: `${at}.securityContext.seccompProfile.type`, value, image }];
      });
    },
  },
  {
    name: 'Capabilities',
    check: (pod) =>
      containers(pod).flatMap(({ container, at, image }) => {
        const { add = [], drop = [] } = container.securityContext?.capabilities ?? {};
        return [
          ...(drop.includes('ALL') ? [] : [{ field: `${at}.securityContext.capabilities.drop`, value: drop, image }]),
          ...add
            .filter((capability) => capability !== 'NET_BIND_SERVICE')
            .map((value) => ({ field: `${at}.securityContext.capabilities.add`, value, image })),
        ];
      }),
  },
];
