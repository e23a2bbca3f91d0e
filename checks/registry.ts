import { actions } from './admission/actions';
import { bindingPolicy } from './admission/binding-policy';
import { bound } from './admission/bound';
import { params } from './admission/params';
import { resourceRules as admissionResourceRules } from './admission/resource-rules';
import { annotations } from './argocd/annotations';
import { applicationSource } from './argocd/application-source';
import { applicationSpec } from './argocd/application-spec';
import { duplicateObject } from './argocd/duplicate-object';
import { excludedKind } from './argocd/excluded-kind';
import { projectExists } from './argocd/project-exists';
import { projectKinds } from './argocd/project-kinds';
import { projectPermits } from './argocd/project-permits';
import { projectRules } from './argocd/project-rules';
import { repoUrl } from './argocd/repo-url';
import { syncOptions } from './argocd/sync-options';
import { trackingId } from './argocd/tracking-id';
import { acmeSolvers } from './cert-manager/acme-solvers';
import { certificateHost } from './cert-manager/certificate-host';
import { certificateSpec } from './cert-manager/certificate-spec';
import { http01Listener } from './cert-manager/http01-listener';
import { issuerExists } from './cert-manager/issuer-exists';
import { issuerSpec } from './cert-manager/issuer-spec';
import { secretShared } from './cert-manager/secret-shared';
import { shimListener } from './cert-manager/shim-listener';
import { accessLog } from './envoy-gateway/access-log';
import { backend as envoyGatewayBackend } from './envoy-gateway/backend';
import { backendEnabled } from './envoy-gateway/backend-enabled';
import { backendUse } from './envoy-gateway/backend-use';
import { bandwidthLimit } from './envoy-gateway/bandwidth-limit';
import { bufferLimit } from './envoy-gateway/buffer-limit';
import { cipherSuites } from './envoy-gateway/cipher-suites';
import { clientValidation } from './envoy-gateway/client-validation';
import { defaultHost } from './envoy-gateway/default-host';
import { extensionCode } from './envoy-gateway/extension-code';
import { filterOrder } from './envoy-gateway/filter-order';
import { geoIp } from './envoy-gateway/geo-ip';
import { headerModifier } from './envoy-gateway/header-modifier';
import { jwtProvider } from './envoy-gateway/jwt-provider';
import { kindRead } from './envoy-gateway/kind-read';
import { loadBalancer } from './envoy-gateway/load-balancer';
import { loginSecret } from './envoy-gateway/login-secret';
import { mergeFit } from './envoy-gateway/merge-fit';
import { policyConflict } from './envoy-gateway/policy-conflict';
import { policyFit } from './envoy-gateway/policy-fit';
import { policyTarget } from './envoy-gateway/policy-target';
import { port } from './envoy-gateway/port';
import { proxy } from './envoy-gateway/proxy';
import { rateLimit } from './envoy-gateway/rate-limit';
import { responseOverride } from './envoy-gateway/response-override';
import { retry } from './envoy-gateway/retry';
import { routeFilter } from './envoy-gateway/route-filter';
import { serviceBackend } from './envoy-gateway/service-backend';
import { sharedPort } from './envoy-gateway/shared-port';
import { statName } from './envoy-gateway/stat-name';
import { upstreamCertificate } from './envoy-gateway/upstream-certificate';
import { hibernation } from './gardener/hibernation';
import { shootNetworks } from './gardener/shoot-networks';
import { shootSpec } from './gardener/shoot-spec';
import { shootWorkers } from './gardener/shoot-workers';
import { enforcementAction } from './gatekeeper/enforcement-action';
import { parameters as gatekeeperParameters } from './gatekeeper/parameters';
import { templateCode } from './gatekeeper/template-code';
import { templateName } from './gatekeeper/template-name';
import { address } from './gateway/address';
import { backendClosed } from './gateway/backend-closed';
import { backendExists } from './gateway/backend-exists';
import { backendTlsPolicy } from './gateway/backend-tls-policy';
import { backendWeight } from './gateway/backend-weight';
import { certificateExists } from './gateway/certificate-exists';
import { certificateOverlap } from './gateway/certificate-overlap';
import { certificatePair } from './gateway/certificate-pair';
import { classExists } from './gateway/class-exists';
import { clientCertificate } from './gateway/client-certificate';
import { duplicateMatch } from './gateway/duplicate-match';
import { extensionExists } from './gateway/extension-exists';
import { fieldChannel } from './gateway/field-channel';
import { filterCombination } from './gateway/filter-combination';
import { filterValues } from './gateway/filter-values';
import { hostOwner } from './gateway/host-owner';
import { hostSyntax } from './gateway/host-syntax';
import { httpLimits } from './gateway/http-limits';
import { kindServed } from './gateway/kind-served';
import { listenerConflict } from './gateway/listener-conflict';
import { listenerRoutes } from './gateway/listener-routes';
import { listenerSetAllowed } from './gateway/listener-set-allowed';
import { listenerTls } from './gateway/listener-tls';
import { listenerUnique } from './gateway/listener-unique';
import { oneStreamRoute } from './gateway/one-stream-route';
import { parametersExist } from './gateway/parameters-exist';
import { parentDistinct } from './gateway/parent-distinct';
import { parentExists } from './gateway/parent-exists';
import { pathSyntax } from './gateway/path-syntax';
import { redirectLoop } from './gateway/redirect-loop';
import { referenceGranted } from './gateway/reference-granted';
import { routeAllowed } from './gateway/route-allowed';
import { routeWave } from './gateway/route-wave';
import { streamRules } from './gateway/stream-rules';
import { timeouts } from './gateway/timeouts';
import { accessMode } from './kubernetes/access-mode';
import { cidr } from './kubernetes/cidr';
import { claimExists } from './kubernetes/claim-exists';
import { claimSize } from './kubernetes/claim-size';
import { configMapExists } from './kubernetes/config-map-exists';
import { cronSchedule } from './kubernetes/cron-schedule';
import { dataKeys } from './kubernetes/data-keys';
import { defaultClass } from './kubernetes/default-class';
import { disruptionBudget } from './kubernetes/disruption-budget';
import { governingService } from './kubernetes/governing-service';
import { imageSyntax } from './kubernetes/image-syntax';
import { ingress } from './kubernetes/ingress';
import { kindExists } from './kubernetes/kind-exists';
import { labelSyntax } from './kubernetes/label-syntax';
import { memoryUnit } from './kubernetes/memory-unit';
import { mountVolume } from './kubernetes/mount-volume';
import { nameSyntax } from './kubernetes/name-syntax';
import { namespaceExists } from './kubernetes/namespace-exists';
import { namespaceScope } from './kubernetes/namespace-scope';
import { networkPolicy } from './kubernetes/network-policy';
import { nodePortUnique } from './kubernetes/node-port-unique';
import { oneScaler } from './kubernetes/one-scaler';
import { podSecurity } from './kubernetes/pod-security';
import { podSecurityLevel } from './kubernetes/pod-security-level';
import { portNumber } from './kubernetes/port-number';
import { priorityClassExists } from './kubernetes/priority-class-exists';
import { probeHandler } from './kubernetes/probe-handler';
import { probePort } from './kubernetes/probe-port';
import { quantity } from './kubernetes/quantity';
import { restartPolicy } from './kubernetes/restart-policy';
import { roleBinding } from './kubernetes/role-binding';
import { roleRules } from './kubernetes/role-rules';
import { scaleTarget } from './kubernetes/scale-target';
import { secretExists } from './kubernetes/secret-exists';
import { selectorMatchesTemplate } from './kubernetes/selector-matches-template';
import { selectorSyntax } from './kubernetes/selector-syntax';
import { serviceAccountExists } from './kubernetes/service-account-exists';
import { serviceSelector } from './kubernetes/service-selector';
import { serviceSpec } from './kubernetes/service-spec';
import { serviceTargetPort } from './kubernetes/service-target-port';
import { sharedClaim } from './kubernetes/shared-claim';
import { storageClassExists } from './kubernetes/storage-class-exists';
import { subPath } from './kubernetes/sub-path';
import { topologySpread } from './kubernetes/topology-spread';
import { uniqueInPod } from './kubernetes/unique-in-pod';
import { updateStrategy } from './kubernetes/update-strategy';
import { volumeSource } from './kubernetes/volume-source';
import { webhookService } from './kubernetes/webhook-service';
import { anyOrAll } from './kyverno/any-or-all';
import { auditDigest } from './kyverno/audit-digest';
import { backgroundUser } from './kyverno/background-user';
import { deprecatedKind } from './kyverno/deprecated-kind';
import { exceptionPolicy } from './kyverno/exception-policy';
import { exceptionsEnabled } from './kyverno/exceptions-enabled';
import { excludedAll } from './kyverno/excluded-all';
import { generateKind } from './kyverno/generate-kind';
import { generateScope } from './kyverno/generate-scope';
import { generatorRights } from './kyverno/generator-rights';
import { kindServed as kyvernoKindServed } from './kyverno/kind-served';
import { matchVariables } from './kyverno/match-variables';
import { movedField } from './kyverno/moved-field';
import { mutatingModes } from './kyverno/mutating-modes';
import { namespacedHttp } from './kyverno/namespaced-http';
import { oneOperation } from './kyverno/one-operation';
import { overrides } from './kyverno/overrides';
import { preserve } from './kyverno/preserve';
import { resourceRules } from './kyverno/resource-rules';
import { ruleName } from './kyverno/rule-name';
import { schedule as kyvernoSchedule } from './kyverno/schedule';
import { webhookTimeout } from './kyverno/webhook-timeout';
import { addressRequest } from './metallb/address-request';
import { advertised } from './metallb/advertised';
import { bgpAdvertisement } from './metallb/bgp-advertisement';
import { bgpPeer } from './metallb/bgp-peer';
import { namespace as metallbNamespace } from './metallb/namespace';
import { peerPassword } from './metallb/peer-password';
import { poolAddresses } from './metallb/pool-addresses';
import { repeated } from './metallb/repeated';
import { loadBalancerAnnotations } from './openstack/load-balancer-annotations';
import { proxyProtocol } from './openstack/proxy-protocol';
import { serviceFields } from './openstack/service-fields';
import { audited } from './policy/audited';
import { broken } from './policy/broken';
import { changed } from './policy/changed';
import { closed } from './policy/closed';
import { expression } from './policy/expression';
import { knownKind } from './policy/known-kind';
import { knownNamespace } from './policy/known-namespace';
import { refused } from './policy/refused';
import { undecided } from './policy/undecided';
import { bootDisk } from './rook/boot-disk';
import { bucketTopic } from './rook/bucket-topic';
import { cephVersion } from './rook/ceph-version';
import { cephxKeyType } from './rook/cephx-key-type';
import { clusterExists } from './rook/cluster-exists';
import { crashCollector } from './rook/crash-collector';
import { dataDir } from './rook/data-dir';
import { destroysData } from './rook/destroys-data';
import { deviceClass } from './rook/device-class';
import { deviceClassMixed } from './rook/device-class-mixed';
import { deviceFilter } from './rook/device-filter';
import { deviceName } from './rook/device-name';
import { deviceSet } from './rook/device-set';
import { failureDomains } from './rook/failure-domains';
import { filesystem } from './rook/filesystem';
import { mgr } from './rook/mgr';
import { mgrPool } from './rook/mgr-pool';
import { monCount } from './rook/mon-count';
import { monitoring } from './rook/monitoring';
import { network } from './rook/network';
import { objectStore } from './rook/object-store';
import { objectUser } from './rook/object-user';
import { oneCluster } from './rook/one-cluster';
import { osdConfig } from './rook/osd-config';
import { poolName } from './rook/pool-name';
import { poolSpec } from './rook/pool-spec';
import { replicas } from './rook/replicas';
import { resources } from './rook/resources';
import { snapshotClass } from './rook/snapshot-class';
import { storageClass } from './rook/storage-class';
import { storageNode } from './rook/storage-node';
import { storageSelection } from './rook/storage-selection';
import { subvolumeGroup } from './rook/subvolume-group';
import { toolbox } from './rook/toolbox';
import { topicExists } from './rook/topic-exists';
import { topology } from './rook/topology';
import type { Rule } from './rule';
import { fieldType } from './schema/field-type';
import { fieldValue } from './schema/field-value';
import { missingField } from './schema/missing-field';
import { unknownField } from './schema/unknown-field';
import { externalSecret } from './secrets/external-secret';
import { plaintext } from './secrets/plaintext';
import { providerClass } from './secrets/provider-class';
import { sealedSecret } from './secrets/sealed-secret';
import { storeExists } from './secrets/store-exists';
import { storeServer } from './secrets/store-server';
import { claimCovered } from './velero/claim-covered';
import { duration } from './velero/duration';
import { fileSystemVolumes } from './velero/file-system-volumes';
import { filters } from './velero/filters';
import { hooks } from './velero/hooks';
import { location } from './velero/location';
import { locationConfig } from './velero/location-config';
import { namespace } from './velero/namespace';
import { nodeAgentNamespace } from './velero/node-agent-namespace';
import { orderedResources } from './velero/ordered-resources';
import { resourcePolicy } from './velero/resource-policy';
import { restore } from './velero/restore';
import { retentionGap } from './velero/retention-gap';
import { runsAgain } from './velero/runs-again';
import { schedule } from './velero/schedule';
import { snapshotLocation } from './velero/snapshot-location';
import { volumeMethod } from './velero/volume-method';

/** Every rule. A rule is a file in its system's folder, a test of the same name, a line here and a page: `npm run new:check` makes all of them. */
export const rules: readonly Rule[] = [
  annotations,
  applicationSource,
  duplicateObject,
  excludedKind,
  projectRules,
  syncOptions,
  certificateHost,
  http01Listener,
  issuerExists,
  shimListener,
  backendEnabled,
  kindRead,
  policyConflict,
  policyFit,
  policyTarget,
  port,
  proxy,
  address,
  backendExists,
  backendTlsPolicy,
  backendWeight,
  certificateExists,
  certificateOverlap,
  classExists,
  duplicateMatch,
  extensionExists,
  fieldChannel,
  filterCombination,
  filterValues,
  hostOwner,
  hostSyntax,
  httpLimits,
  kindServed,
  listenerConflict,
  listenerRoutes,
  listenerSetAllowed,
  listenerTls,
  listenerUnique,
  oneStreamRoute,
  parametersExist,
  parentDistinct,
  parentExists,
  pathSyntax,
  redirectLoop,
  referenceGranted,
  routeAllowed,
  routeWave,
  streamRules,
  timeouts,
  accessMode,
  cidr,
  claimExists,
  configMapExists,
  cronSchedule,
  defaultClass,
  kindExists,
  labelSyntax,
  mountVolume,
  nameSyntax,
  namespaceExists,
  namespaceScope,
  podSecurity,
  portNumber,
  probePort,
  quantity,
  secretExists,
  selectorMatchesTemplate,
  serviceSelector,
  serviceTargetPort,
  storageClassExists,
  uniqueInPod,
  addressRequest,
  advertised,
  bgpPeer,
  poolAddresses,
  loadBalancerAnnotations,
  proxyProtocol,
  serviceFields,
  bootDisk,
  cephVersion,
  cephxKeyType,
  clusterExists,
  crashCollector,
  dataDir,
  destroysData,
  deviceClassMixed,
  deviceFilter,
  deviceName,
  deviceSet,
  failureDomains,
  filesystem,
  mgrPool,
  mgr,
  monCount,
  monitoring,
  network,
  objectStore,
  objectUser,
  oneCluster,
  osdConfig,
  poolName,
  poolSpec,
  replicas,
  resources,
  snapshotClass,
  storageClass,
  storageNode,
  storageSelection,
  toolbox,
  topology,
  fieldType,
  fieldValue,
  missingField,
  unknownField,
  externalSecret,
  plaintext,
  providerClass,
  sealedSecret,
  storeExists,
  claimCovered,
  duration,
  fileSystemVolumes,
  filters,
  hooks,
  locationConfig,
  location,
  namespace,
  nodeAgentNamespace,
  orderedResources,
  resourcePolicy,
  restore,
  runsAgain,
  schedule,
  snapshotLocation,
  volumeMethod,
  audited,
  refused,
  changed,
  undecided,
  expression,
  backgroundUser,
  ruleName,
  mutatingModes,
  namespacedHttp,
  preserve,
  auditDigest,
  kyvernoKindServed,
  exceptionPolicy,
  generatorRights,
  kyvernoSchedule,
  webhookTimeout,
  movedField,
  oneOperation,
  exceptionsEnabled,
  overrides,
  anyOrAll,
  resourceRules,
  deprecatedKind,
  matchVariables,
  generateScope,
  generateKind,
  excludedAll,
  templateName,
  templateCode,
  gatekeeperParameters,
  enforcementAction,
  params,
  actions,
  bound,
  admissionResourceRules,
  bindingPolicy,
  trackingId,
  projectExists,
  applicationSpec,
  projectKinds,
  projectPermits,
  shootWorkers,
  shootNetworks,
  shootSpec,
  issuerSpec,
  certificateSpec,
  knownKind,
  knownNamespace,
  repeated,
  peerPassword,
  bgpAdvertisement,
  closed,
  bucketTopic,
  subvolumeGroup,
  topicExists,
  certificatePair,
  clientCertificate,
  sharedPort,
  statName,
  loginSecret,
  loadBalancer,
  retry,
  filterOrder,
  clientValidation,
  jwtProvider,
  headerModifier,
  serviceBackend,
  backendUse,
  upstreamCertificate,
  mergeFit,
  bandwidthLimit,
  envoyGatewayBackend,
  bufferLimit,
  accessLog,
  cipherSuites,
  rateLimit,
  geoIp,
  responseOverride,
  defaultHost,
  restartPolicy,
  sharedClaim,
  updateStrategy,
  podSecurityLevel,
  volumeSource,
  disruptionBudget,
  memoryUnit,
  roleRules,
  roleBinding,
  serviceAccountExists,
  dataKeys,
  imageSyntax,
  selectorSyntax,
  probeHandler,
  serviceSpec,
  claimSize,
  scaleTarget,
  ingress,
  webhookService,
  governingService,
  priorityClassExists,
  networkPolicy,
  backendClosed,
  broken,
  repoUrl,
  metallbNamespace,
  retentionGap,
  acmeSolvers,
  secretShared,
  subPath,
  nodePortUnique,
  topologySpread,
  oneScaler,
  storeServer,
  deviceClass,
  hibernation,
  routeFilter,
  extensionCode,
];
