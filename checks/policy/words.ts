import { describe } from '../../fleet/object';
import type { Outcome } from './outcomes';

/** The object that a policy is about: itself, or the Pods that it makes. */
export function subjectOf({ entry, ofPods }: Outcome): string {
  return ofPods ? `the Pods of ${describe(entry.object)}` : describe(entry.object);
}

/** A policy as people name it, with its rule. */
export function policyOf({ policy, rule }: Outcome): string {
  return `${policy.kind} "${policy.metadata.name}"${rule && rule !== policy.metadata.name ? ` (rule "${rule}")` : ''}`;
}

/** A sentence's first letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A message of a policy, as the end of a sentence. */
export const sentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
