import type { HelmValues } from '../../../fleet/model';
import type { KubeObject } from '../../../fleet/object';
import { nameOf } from './admission';
import { matchesWildcard } from './kyverno/wildcard';

/** Kyverno as it is installed: what it leaves alone, and which exceptions it reads. */
export interface KyvernoSettings {
  readonly filters: readonly Filter[];
  /** The namespace whose exceptions count, or `*`; undefined where none do. */
  readonly exceptions: string | undefined;
}

interface Filter {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The chart's resource filters, but for those of Kyverno's own objects. Source: chart kyverno 3.9.0. */
const DEFAULT_FILTERS = [
  '[Event,*,*]',
  ...['kube-system', 'kube-public', 'kube-node-lease'].map((namespace) => `[*/*,${namespace},*]`),
  ...[
    'Node',
    'APIService',
    'TokenReview',
    'SubjectAccessReview',
    'SelfSubjectAccessReview',
    'Binding',
    'ReplicaSet',
  ].map((kind) => `[${kind},*,*]`),
  ...['EphemeralReport', 'ClusterEphemeralReport'].map((kind) => `[${kind},*,*]`),
];

interface KyvernoValues {
  readonly config?: { readonly resourceFilters?: readonly string[]; readonly excludeKyvernoNamespace?: boolean };
  readonly features?: { readonly policyExceptions?: { readonly enabled?: boolean; readonly namespace?: string } };
}

/**
 * What the chart's values say; where Kyverno is not installed by a chart of this cluster, exceptions are taken to count.
 * @param installed the chart's values and its namespace
 */
export function settingsOf(
  installed: { readonly values: HelmValues; readonly namespace: string } | undefined,
): KyvernoSettings {
  const { config = {}, features } = (installed?.values ?? {}) as KyvernoValues;
  const { resourceFilters = DEFAULT_FILTERS, excludeKyvernoNamespace = true } = config;
  const own = excludeKyvernoNamespace ? [`[*/*,${installed?.namespace ?? 'kyverno'},*]`] : [];
  const { enabled = installed === undefined, namespace = installed ? '' : '*' } = features?.policyExceptions ?? {};
  return {
    filters: [...own, ...resourceFilters].flatMap(parse),
    exceptions: enabled ? namespace || '*' : undefined,
  };
}

/** `[kind,namespace,name]`, several in one text. */
function parse(text: string): Filter[] {
  return [...text.matchAll(/\[([^,[\]]*),?([^,[\]]*),?([^[\]]*)\]/g)].map(
    ([, kind = '', namespace = '', name = '']) => ({
      kind: kind.trim(),
      namespace: namespace.trim(),
      name: name.trim(),
    }),
  );
}

/** Whether Kyverno looks at an object at all. */
export function isFiltered(object: KubeObject, { filters }: KyvernoSettings): boolean {
  const { kind, metadata } = object;
  return filters.some((filter) => {
    const wanted = filter.kind === '*/*' ? '*' : filter.kind;
    return (
      matchesWildcard(wanted, kind) &&
      matchesWildcard(filter.namespace || '*', metadata.namespace ?? '') &&
      matchesWildcard(filter.name || '*', nameOf(object))
    );
  });
}
