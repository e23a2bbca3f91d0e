import type { PersistentVolumeClaimSpec, Volume as VolumeSpec } from '../../imports/k8s';
import type { SecretReference } from '../secrets/secret-reference';
import type { ConfigMap } from './config-map';
import { type ClaimProps, claimSpec, type PersistentVolumeClaim } from './persistent-volume-claim';

/** A volume of a Pod. The containers that mount it bring it into the Pod. */
export interface PodVolume {
  readonly type: 'volume';
  readonly name: string;
  readonly spec: VolumeSpec;
  /** The ConfigMap whose files it has, if it is one. */
  readonly configMap?: ConfigMap;
}

/** A claim that a StatefulSet makes for each of its Pods, and that stays when the Pod goes. */
export interface ClaimTemplate {
  readonly type: 'claim-template';
  readonly name: string;
  readonly spec: PersistentVolumeClaimSpec;
}

/** Scratch space that lives as long as the Pod. @param sizeLimit at most this much, such as `1Gi`; the Pod is evicted above it */
export function emptyDir(name: string, options: { sizeLimit?: string; medium?: 'Memory' } = {}): PodVolume {
  return { type: 'volume', name, spec: { name, emptyDir: options } };
}

/**
 * The files of a ConfigMap. A Pod sees a change after a while; one that mounts a file by subPath sees it only when it
 * starts, so such a change restarts it.
 */
export function configMapVolume(configMap: ConfigMap, name: string = volumeName(configMap.name)): PodVolume {
  return { type: 'volume', name, spec: { name, configMap: { name: configMap.name } }, configMap };
}

/** The files of a Secret, which something else makes. */
export function secretVolume(name: string, secret: string | SecretReference): PodVolume {
  const secretName = typeof secret === 'string' ? secret : secret.name;
  return { type: 'volume', name, spec: { name, secret: { secretName } } };
}

/** A claim that is there by itself; a Deployment's Pods share it. */
export function claimVolume(claim: PersistentVolumeClaim, name: string = volumeName(claim.name)): PodVolume {
  return { type: 'volume', name, spec: { name, persistentVolumeClaim: { claimName: claim.name } } };
}

/** A claim for each Pod of a StatefulSet, named `<name>-<StatefulSet>-<ordinal>`. Its size and class cannot be changed later. */
export function claimTemplate(name: string, props: ClaimProps): ClaimTemplate {
  return { type: 'claim-template', name, spec: claimSpec(props) };
}

/** A volume's name has no dots, which the names of objects may have. */
const volumeName = (name: string) => name.replaceAll('.', '-').slice(0, 63);
