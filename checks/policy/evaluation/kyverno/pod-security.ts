import { baseline } from '../pod-security/baseline';
import type { Pod, PodFinding } from '../pod-security/pod';
import { restricted } from '../pod-security/restricted';
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

interface Templated {
  readonly metadata: Pod['metadata'];
  readonly spec?: Pod['spec'] & {
    readonly template?: Pod;
    readonly jobTemplate?: { readonly spec?: { readonly template?: Pod } };
  };
}

/** Compares an object's Pods with the Pod Security Standards. Source: Kyverno v1.19, pkg/pss. */
export function podSecurity({ level, exclude = [] }: PodSecurity, object: object): Verdict {
  const { metadata, spec } = object as Templated;
  const pod = spec?.template ?? spec?.jobTemplate?.spec?.template ?? (spec && { metadata, spec });
  if (!pod?.spec) return skip('has no Pods');
  const controls = level === 'privileged' ? [] : level === 'restricted' ? [...baseline, ...restricted] : baseline;
  const wrong = controls.flatMap(({ name, check }) =>
    check({ metadata: pod.metadata ?? {}, spec: pod.spec })
      .filter((finding) => !exclude.some((exclusion) => isExcluded(finding, name, exclusion)))
      .map((finding) => `${name}: ${finding.field} is ${JSON.stringify(finding.value) ?? 'not set'}`),
  );
  return wrong.length === 0 ? pass : fail(wrong.join('; '));
}

/** With images it is about containers, without about the Pod. */
function isExcluded({ field, value, image }: PodFinding, control: string, exclusion: Exclusion): boolean {
  const { controlName, images = [], restrictedField, values = [] } = exclusion;
  if (controlName !== control) return false;
  if (
    images.length > 0
      ? image === undefined || !images.some((each) => matchesWildcard(each, image))
      : image !== undefined
  ) {
    return false;
  }
  if (restrictedField && restrictedField !== field) return false;
  return values.length === 0 || values.some((each) => matchesWildcard(each, String(value ?? '')));
}
