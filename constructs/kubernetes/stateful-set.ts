import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StatefulSetUpdateStrategy } from '../../imports/k8s';
import { mountedVolumes, podTemplate } from './pod-template';
import type { ClaimTemplate, PodVolume } from './volume';
import { Workload, type WorkloadProps } from './workload';

export interface StatefulSetProps<Port extends string = string> extends WorkloadProps<Port, PodVolume | ClaimTemplate> {
  /** How many Pods. @default 1 */
  readonly replicas?: number;
  /** The headless Service that gives each Pod a DNS name. @default - the StatefulSet's name */
  readonly serviceName?: string;
  /** `Parallel` starts and stops all Pods at once. @default OrderedReady */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /** @default - one Pod after another, the last first */
  readonly updateStrategy?: StatefulSetUpdateStrategy;
}

/**
 * Pods with names and claims of their own: `<name>-0` has the claim `<template>-<name>-0`. The claims stay when the
 * StatefulSet is deleted or scaled down.
 */
export class StatefulSet<Port extends string = string> extends Workload<Port> {
  readonly apiVersion = 'apps/v1';
  readonly kind = 'StatefulSet';

  constructor(scope: Construct, id: string, props: StatefulSetProps<Port>) {
    super('stateful-set', scope, id, props);
    const templates = new Map<string, object>();
    for (const volume of mountedVolumes(props)) {
      if (volume.type === 'claim-template') templates.set(volume.name, templateOf(volume));
    }
    new ApiObject(this, 'Default', {
      apiVersion: this.apiVersion,
      kind: this.kind,
      metadata: this.metadataOf(props),
      spec: {
        replicas: Lazy.any({ produce: () => (this.autoscaled ? undefined : (props.replicas ?? 1)) }),
        serviceName: props.serviceName ?? this.name,
        selector: { matchLabels: this.selector },
        podManagementPolicy: props.podManagementPolicy,
        updateStrategy: props.updateStrategy,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        template: podTemplate(props, this.selector),
        ...(templates.size > 0 ? { volumeClaimTemplates: [...templates.values()] } : {}),
      },
    });
  }
}

/** The templates are compared as a whole: without apiVersion and kind the StatefulSet is OutOfSync for ever (argoproj/argo-cd#11143). */
function templateOf(volume: ClaimTemplate): object {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: volume.name }, spec: volume.spec };
}
