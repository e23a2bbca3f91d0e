import { annotations } from './argocd/annotations';
import { applicationSource } from './argocd/application-source';
import { duplicateObject } from './argocd/duplicate-object';
import { excludedKind } from './argocd/excluded-kind';
import { projectRules } from './argocd/project-rules';
import { syncOptions } from './argocd/sync-options';
import { address } from './gateway/address';
import { certificateExists } from './gateway/certificate-exists';
import { classExists } from './gateway/class-exists';
import { fieldChannel } from './gateway/field-channel';
import { kindServed } from './gateway/kind-served';
import { listenerConflict } from './gateway/listener-conflict';
import { listenerRoutes } from './gateway/listener-routes';
import { listenerTls } from './gateway/listener-tls';
import { listenerUnique } from './gateway/listener-unique';
import { parametersExist } from './gateway/parameters-exist';
import { cidr } from './kubernetes/cidr';
import { claimExists } from './kubernetes/claim-exists';
import { configMapExists } from './kubernetes/config-map-exists';
import { cronSchedule } from './kubernetes/cron-schedule';
import { kindExists } from './kubernetes/kind-exists';
import { labelSyntax } from './kubernetes/label-syntax';
import { mountVolume } from './kubernetes/mount-volume';
import { nameSyntax } from './kubernetes/name-syntax';
import { namespaceExists } from './kubernetes/namespace-exists';
import { namespaceScope } from './kubernetes/namespace-scope';
import { podSecurity } from './kubernetes/pod-security';
import { portNumber } from './kubernetes/port-number';
import { probePort } from './kubernetes/probe-port';
import { quantity } from './kubernetes/quantity';
import { secretExists } from './kubernetes/secret-exists';
import { selectorMatchesTemplate } from './kubernetes/selector-matches-template';
import { serviceSelector } from './kubernetes/service-selector';
import { serviceTargetPort } from './kubernetes/service-target-port';
import { storageClassExists } from './kubernetes/storage-class-exists';
import { uniqueInPod } from './kubernetes/unique-in-pod';
import type { Rule } from './rule';
import { plaintext } from './secrets/plaintext';

/** Every rule. A rule is a file in its system's folder, a test of the same name, a line here and one in docs/checks.md. */
export const rules: readonly Rule[] = [
  annotations,
  applicationSource,
  duplicateObject,
  excludedKind,
  projectRules,
  syncOptions,
  address,
  certificateExists,
  classExists,
  fieldChannel,
  kindServed,
  listenerConflict,
  listenerRoutes,
  listenerTls,
  listenerUnique,
  parametersExist,
  cidr,
  claimExists,
  configMapExists,
  cronSchedule,
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
  plaintext,
];
