import type { CrdSource } from '../../cli/import/crd-source';

const CEL = [
  'deletingpolicies',
  'generatingpolicies',
  'imagevalidatingpolicies',
  'mutatingpolicies',
  'namespaceddeletingpolicies',
  'namespacedgeneratingpolicies',
  'namespacedimagevalidatingpolicies',
  'namespacedmutatingpolicies',
  'namespacedvalidatingpolicies',
  'policyexceptions',
  'validatingpolicies',
].map((plural) => `${plural}.policies.kyverno.io`);

const CLASSIC = ['cleanuppolicies', 'clustercleanuppolicies', 'clusterpolicies', 'policies', 'policyexceptions'].map(
  (plural) => `${plural}.kyverno.io`,
);

/** Kyverno's policies, for `npm run import`. */
export const crds: CrdSource = {
  system: 'kyverno',
  repository: 'kyverno/kyverno',
  tag: 'v1.19.0',
  files: Object.fromEntries(
    [...CEL, ...CLASSIC].map((name) => {
      const at = name.indexOf('.');
      const [plural, group] = [name.slice(0, at), name.slice(at + 1)];
      const folder = group === 'kyverno.io' ? 'kyverno' : group;
      return [name, `config/crds/${folder}/${group}_${plural}.yaml`];
    }),
  ),
  // Those that constructs make: the CEL kinds since Kyverno 1.17, the classic ones in their last version.
  versions: Object.fromEntries([
    ...CEL.map((name) => [name, ['v1']]),
    ...CLASSIC.map((name) => [name, [/^(?:cluster)?policies/.test(name) ? 'v1' : 'v2']]),
  ]),
};
