import type { KubeObject } from '../../../../fleet/object';
import type { Container } from '../../../../imports/k8s';
import { podTemplateOf } from '../../../pod-specs';
import type { Admission } from '../admission';
import { matches } from '../match-constraints';
import { skip, undecidable, type Verdict } from '../verdict';
import { type CelSpec, celAutogen } from './cel-autogen';
import { matchesWildcard } from './wildcard';

interface Spec extends CelSpec {
  readonly matchImageReferences?: readonly { readonly glob?: string; readonly expression?: string }[];
}

/** What an ImageValidatingPolicy says of an object: a registry has the answer, where it is for one of its images at all. */
export function imageValidatingPolicy(spec: Spec): (admission: Admission) => Verdict {
  const forms = [spec.matchConstraints ?? {}, ...celAutogen(spec).map(({ constraints }) => constraints)];
  return (admission) => {
    if (!forms.some((constraints) => matches(constraints, admission))) return skip('does not match');
    const { matchImageReferences = [] } = spec;
    if (matchImageReferences.some(({ expression }) => expression !== undefined)) return signed;
    const globs = matchImageReferences.flatMap(({ glob }) => glob ?? []);
    return globs.length === 0 ? signed : imagesVerdict(admission.object, globs);
  };
}

/** What a rule that verifies images says. */
export function imagesVerdict(object: KubeObject, globs: readonly string[]): Verdict {
  const images = imagesOf(object);
  return images.some((image) => globs.some((glob) => matchesWildcard(glob, image)))
    ? signed
    : skip('is for other images');
}

const signed = undecidable('asks a registry for signatures');

function imagesOf(object: KubeObject): string[] {
  const { spec } = podTemplateOf(object) ?? {};
  const lists = [spec?.initContainers, spec?.containers, spec?.ephemeralContainers] as (
    | readonly Container[]
    | undefined
  )[];
  return lists.flatMap((list) => (list ?? []).map(({ image }) => image ?? ''));
}
