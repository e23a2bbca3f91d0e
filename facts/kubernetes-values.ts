/**
 * What fields of the built-in kinds can say. The API's own document has no list of them. Source: Kubernetes v1.36, pkg/apis:
 * core, apps, batch, networking, autoscaling and storage validation. `[]` stands for the items of a list.
 */

type Values = Readonly<Record<string, readonly string[]>>;

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const PULL = ['Always', 'IfNotPresent', 'Never'];

const OF_CONTAINERS: Values = {
  imagePullPolicy: PULL,
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError'],
  'ports[].protocol': PROTOCOLS,
  'securityContext.procMount': ['Default', 'Unmasked'],
  'securityContext.seccompProfile.type': ['RuntimeDefault', 'Localhost', 'Unconfined'],
  'volumeMounts[].mountPropagation': ['None', 'HostToContainer', 'Bidirectional'],
};

/** Of a Pod's spec. */
export const POD_VALUES: Values = {
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  preemptionPolicy: ['PreemptLowerPriority', 'Never'],
  'os.name': ['linux', 'windows'],
  'securityContext.fsGroupChangePolicy': ['OnRootMismatch', 'Always'],
  'securityContext.seccompProfile.type': ['RuntimeDefault', 'Localhost', 'Unconfined'],
  'tolerations[].operator': ['Exists', 'Equal', 'Lt', 'Gt'],
  'tolerations[].effect': ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
  'topologySpreadConstraints[].whenUnsatisfiable': ['DoNotSchedule', 'ScheduleAnyway'],
  'topologySpreadConstraints[].nodeAffinityPolicy': ['Honor', 'Ignore'],
  'topologySpreadConstraints[].nodeTaintsPolicy': ['Honor', 'Ignore'],
  'volumes[].hostPath.type': [
    '',
    ...['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'],
  ],
  ...Object.fromEntries(
    ['containers', 'initContainers'].flatMap((list) =>
      Object.entries(OF_CONTAINERS).map(([path, values]) => [`${list}[].${path}`, values]),
    ),
  ),
};

const CLAIM: Values = { volumeMode: ['Filesystem', 'Block'] };
const UPDATES = ['RollingUpdate', 'OnDelete'];

/** Of objects, by kind. */
export const KIND_VALUES: Readonly<Record<string, Values>> = {
  Service: {
    'spec.type': ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    'spec.sessionAffinity': ['None', 'ClientIP'],
    'spec.externalTrafficPolicy': ['Cluster', 'Local'],
    'spec.internalTrafficPolicy': ['Cluster', 'Local'],
    'spec.ipFamilyPolicy': ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
    'spec.ipFamilies[]': ['IPv4', 'IPv6'],
    'spec.ports[].protocol': PROTOCOLS,
  },
  PersistentVolumeClaim: Object.fromEntries(Object.entries(CLAIM).map(([path, values]) => [`spec.${path}`, values])),
  PersistentVolume: {
    'spec.persistentVolumeReclaimPolicy': ['Retain', 'Delete', 'Recycle'],
    'spec.volumeMode': ['Filesystem', 'Block'],
  },
  'apps/Deployment': { 'spec.strategy.type': ['RollingUpdate', 'Recreate'] },
  'apps/DaemonSet': { 'spec.updateStrategy.type': UPDATES },
  'apps/StatefulSet': {
    'spec.updateStrategy.type': UPDATES,
    'spec.podManagementPolicy': ['OrderedReady', 'Parallel'],
    'spec.persistentVolumeClaimRetentionPolicy.whenDeleted': ['Retain', 'Delete'],
    'spec.persistentVolumeClaimRetentionPolicy.whenScaled': ['Retain', 'Delete'],
  },
  'batch/CronJob': { 'spec.concurrencyPolicy': ['Allow', 'Forbid', 'Replace'] },
  'batch/Job': {
    'spec.completionMode': ['NonIndexed', 'Indexed'],
    'spec.podReplacementPolicy': ['TerminatingOrFailed', 'Failed'],
  },
  'networking.k8s.io/NetworkPolicy': {
    'spec.policyTypes[]': ['Ingress', 'Egress'],
    'spec.ingress[].ports[].protocol': PROTOCOLS,
    'spec.egress[].ports[].protocol': PROTOCOLS,
  },
  'networking.k8s.io/Ingress': { 'spec.rules[].http.paths[].pathType': ['Exact', 'Prefix', 'ImplementationSpecific'] },
  'autoscaling/HorizontalPodAutoscaler': {
    'spec.metrics[].type': ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
    'spec.metrics[].resource.target.type': ['Utilization', 'Value', 'AverageValue'],
  },
  'storage.k8s.io/StorageClass': {
    reclaimPolicy: ['Retain', 'Delete'],
    volumeBindingMode: ['Immediate', 'WaitForFirstConsumer'],
  },
  'policy/PodDisruptionBudget': { 'spec.unhealthyPodEvictionPolicy': ['IfHealthyBudget', 'AlwaysAllow'] },
};

/** The built-in kinds of Pods' levels, and what a Namespace's labels can say. Source: pod-security-admission v0.36, api/constants.go. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'];
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'];
