import { Construct } from 'constructs';
import { emit } from '../../fleet/yaml/emit';
import { ConfigMap } from '../kubernetes/config-map';

/** Which volumes; all conditions together. */
export interface VolumeConditions {
  /** From and to, in quantities: `10Gi,100Gi`; either may be left out. */
  readonly capacity?: string;
  readonly storageClass?: readonly string[];
  readonly csi?: { readonly driver?: string; readonly volumeAttributes?: Readonly<Record<string, string>> };
  readonly nfs?: { readonly server?: string; readonly path?: string };
  readonly volumeTypes?: readonly string[];
  readonly pvcLabels?: Readonly<Record<string, string>>;
  readonly pvcPhase?: readonly ('Pending' | 'Bound' | 'Lost')[];
}

export interface VolumePolicy {
  readonly conditions: VolumeConditions;
  readonly action: 'skip' | 'snapshot' | 'fs-backup';
}

/** What a backup does with which volume: the first policy that fits. A ConfigMap that Schedules name. */
export class ResourcePolicies extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: { readonly volumes: readonly [VolumePolicy, ...VolumePolicy[]] }) {
    super(scope, `resource-policies-${id}`);
    const volumePolicies = props.volumes.map(({ conditions, action }) => ({ conditions, action: { type: action } }));
    // It may have one key only.
    const text = emit({ version: 'v1', volumePolicies }).replace(/^---\n/, '');
    this.name = new ConfigMap(this, id, { data: { 'policies.yaml': text } }).name;
  }
}
