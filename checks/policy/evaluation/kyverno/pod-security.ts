import type { KubeObject } from '../../../../fleet/object';
import { podSecurityFindings } from '../../../pod-security/findings';
import type { PodFinding } from '../../../pod-security/pod';
import { podTemplateOf } from '../../../pod-specs';
import { fail, pass, skip, type Verdict } from '../verdict';
import { matchesWildcard } from './wildcard';

/** `validate.podSecurity` of a rule. */
export interface PodSecurity {
  readonly level?: 'privileged' | 'baseline' | 'restricted';
  readonly version?: string;
  readonly exclude?: readonly Exclusion[];
}

interface Exclusion {
  readonly controlName: string;
  readonly images?: readonly string[];
  readonly restrictedField?: string;
  readonly values?: readonly string[];
}

/** Compares an object's Pods with the Pod Security Standards. Source: Kyverno v1.19, pkg/pss. */
export function podSecurity({ level = 'baseline', exclude = [] }: PodSecurity, object: KubeObject): Verdict {
  const template = podTemplateOf(object);
  if (!template) return skip('has no Pods');
  const { metadata, spec } = template;
  const wrong = [...podSecurityFindings(level, { annotations: metadata?.annotations, spec })].filter(
    (finding) => !exclude.some((exclusion) => isExcluded(finding, exclusion)),
  );
  if (wrong.length === 0) return pass;
  return fail(wrong.map(({ control, field, value }) => `${control}: ${field} is ${shown(value)}`).join('; '));
}

const shown = (value: unknown) => JSON.stringify(value) ?? 'not set';

/** With images it is about containers, without about the Pod. */
function isExcluded({ control, field, value, container }: PodFinding, exclusion: Exclusion): boolean {
  const { controlName, images = [], restrictedField, values = [] } = exclusion;
  if (controlName !== control) return false;
  const image = container && (container.image ?? '');
  if (images.length > 0 ? !(image !== undefined && images.some((each) => matchesWildcard(each, image))) : container) {
    return false;
  }
  if (restrictedField && restrictedField !== field) return false;
  return values.length === 0 || values.some((each) => matchesWildcard(each, String(value ?? '')));
}
