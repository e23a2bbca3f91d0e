/**
 * What fields of the built-in kinds can say, by definition and field: the API's own document has no list of them. `[]` stands
 * for the items of a list. The import puts them into the schemas. Source: Kubernetes v1.36, pkg/apis: core, apps, batch,
 * networking, autoscaling, policy and storage validation.
 */
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const UPDATES = ['RollingUpdate', 'OnDelete'];
const KEPT = ['Retain', 'Delete'];
const TRAFFIC = ['Cluster', 'Local'];
const VOLUME_MODES = ['Filesystem', 'Block'];
const HONOR = ['Honor', 'Ignore'];
const METRIC_TARGETS = ['Utilization', 'Value', 'AverageValue'];
const CONTAINER = {
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError'],
};

const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'apps.v1.DaemonSetUpdateStrategy': { type: UPDATES },
  'apps.v1.DeploymentStrategy': { type: ['RollingUpdate', 'Recreate'] },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: KEPT, whenScaled: KEPT },
  'apps.v1.StatefulSetSpec': { podManagementPolicy: ['OrderedReady', 'Parallel'] },
  'apps.v1.StatefulSetUpdateStrategy': { type: UPDATES },
  'autoscaling.v2.MetricSpec': { type: ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'] },
  'autoscaling.v2.MetricTarget': { type: METRIC_TARGETS },
  'batch.v1.CronJobSpec': { concurrencyPolicy: ['Allow', 'Forbid', 'Replace'] },
  'batch.v1.JobSpec': {
    completionMode: ['NonIndexed', 'Indexed'],
    podReplacementPolicy: ['TerminatingOrFailed', 'Failed'],
  },
  'core.v1.Container': CONTAINER,
  'core.v1.ContainerPort': { protocol: PROTOCOLS },
  'core.v1.EphemeralContainer': CONTAINER,
  'core.v1.HostPathVolumeSource': {
    type: ['', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'],
  },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: VOLUME_MODES },
  'core.v1.PersistentVolumeSpec': {
    persistentVolumeReclaimPolicy: [...KEPT, 'Recycle'],
    volumeMode: VOLUME_MODES,
  },
  'core.v1.PodOS': { name: ['linux', 'windows'] },
  'core.v1.PodSecurityContext': { fsGroupChangePolicy: ['OnRootMismatch', 'Always'] },
  'core.v1.PodSpec': {
    restartPolicy: ['Always', 'OnFailure', 'Never'],
    dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
    preemptionPolicy: ['PreemptLowerPriority', 'Never'],
  },
  'core.v1.SeccompProfile': { type: ['RuntimeDefault', 'Localhost', 'Unconfined'] },
  'core.v1.SecurityContext': { procMount: ['Default', 'Unmasked'] },
  'core.v1.ServicePort': { protocol: PROTOCOLS },
  'core.v1.ServiceSpec': {
    type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    sessionAffinity: ['None', 'ClientIP'],
    externalTrafficPolicy: TRAFFIC,
    internalTrafficPolicy: TRAFFIC,
    ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
    'ipFamilies[]': ['IPv4', 'IPv6'],
  },
  'core.v1.Toleration': {
    // Nothing is Equal, and all effects.
    operator: ['', 'Exists', 'Equal', 'Lt', 'Gt'],
    effect: ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'],
  },
  'core.v1.TopologySpreadConstraint': {
    whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway'],
    nodeAffinityPolicy: HONOR,
    nodeTaintsPolicy: HONOR,
  },
  'core.v1.VolumeMount': { mountPropagation: ['None', 'HostToContainer', 'Bidirectional'] },
  'networking.v1.HTTPIngressPath': { pathType: ['Exact', 'Prefix', 'ImplementationSpecific'] },
  'networking.v1.NetworkPolicyPort': { protocol: PROTOCOLS },
  'networking.v1.NetworkPolicySpec': { 'policyTypes[]': ['Ingress', 'Egress'] },
  'policy.v1.PodDisruptionBudgetSpec': { unhealthyPodEvictionPolicy: ['IfHealthyBudget', 'AlwaysAllow'] },
  'storage.v1.StorageClass': { reclaimPolicy: KEPT, volumeBindingMode: ['Immediate', 'WaitForFirstConsumer'] },
};

const GROUP = 'io.k8s.api.';

/** What a field of a definition can say; undefined where anything may be, or nobody knows. @param field `type`, `policyTypes[]` */
export function valuesOf(definition: string, field: string): readonly string[] | undefined {
  return definition.startsWith(GROUP) ? VALUES[definition.slice(GROUP.length)]?.[field] : undefined;
}

/** Every definition and field of the table. */
export const fieldsWithValues: readonly (readonly [definition: string, field: string])[] = Object.entries(
  VALUES,
).flatMap(([definition, fields]) =>
  Object.keys(fields).map((name) => [GROUP + definition, name.replace('[]', '')] as const),
);

/** What a Namespace's Pod Security labels can say, and the labels' ends. Source: pod-security-admission v0.36, api/constants.go. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'];
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'];
