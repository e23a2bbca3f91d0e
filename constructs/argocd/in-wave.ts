import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { SYNC_WAVE } from '../../fleet/derive/annotations';

/**
 * Puts a construct's object into a sync wave of its application. A chart's objects are in wave 0: what they need
 * before them is in an earlier one, together with the Namespace.
 */
export function inWave(wave: number, ...constructs: readonly Construct[]): void {
  for (const construct of constructs) {
    (construct.node.defaultChild as ApiObject).metadata.addAnnotation(SYNC_WAVE, String(wave));
  }
}
