import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { applicationsOf, sourcesOf } from './project-of';

/** Finalizers of Argo CD's Applications. */
const FINALIZERS = [
  ...['', '/background', '/foreground'].map((end) => `resources-finalizer.argocd.argoproj.io${end}`),
  ...['post', 'pre'].flatMap((when) =>
    ['', '/cleanup'].map((end) => `${when}-delete-finalizer.argocd.argoproj.io${end}`),
  ),
];
const MANAGED_BY = 'argocd.argoproj.io/managed-by-url';

export const applicationSpec: Rule = {
  id: 'argocd/application-spec',
  holds: 'an Application’s finalizers, sources, refs and addresses are what Argo CD takes',
  effect:
    'The Application is InvalidSpecError, and nothing of it is synced; with a finalizer that nobody knows it is never deleted.',
  source:
    'Argo CD v3.5.1, util/argo/argo.go: ValidatePermissions, GetRefSources, ValidateManagedByURL; pkg/apis/application/v1alpha1: isPropagationPolicyFinalizer',
  check(cluster, report) {
    for (const { entry, spec } of applicationsOf(cluster)) {
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section });
      const { annotations, ...metadata } = entry.object.metadata;
      for (const finalizer of (metadata['finalizers'] ?? []) as readonly string[]) {
        if (!/(?:^|\.)argo(?:cd\.argo)?proj\.io(?:\/|$)/.test(finalizer) || FINALIZERS.includes(finalizer)) continue;
        say(
          `has the finalizer "${finalizer}", which Argo CD does not know`,
          `One of ${FINALIZERS.slice(0, 3).join(', ')}.`,
          'metadata.finalizers',
        );
      }
      const url = annotations?.[MANAGED_BY];
      if (url && !/^https?:\/\/[^/]/.test(url)) {
        say(
          `is managed by "${url}", which is no address`,
          'An address with http:// or https://.',
          `metadata.annotations.${MANAGED_BY}`,
        );
      }
      const refs = new Set<string>();
      const sources = sourcesOf(spec);
      for (const { repoURL, chart, ref, path, targetRevision, ...kinds } of sources) {
        if (!repoURL) say('has a source without a repoURL', 'Say where it is.', 'spec.source.repoURL');
        if (repoURL && !path && !chart && !ref)
          say('has a source with neither path nor chart', 'Say `path`, or `chart`.', 'spec.source.path');
        if (chart && !targetRevision)
          say(
            `takes the chart "${chart}" in no version`,
            'Say the one version: `version`, which becomes targetRevision.',
            'spec.source.targetRevision',
          );
        const named = (['helm', 'kustomize', 'directory', 'plugin'] as const).filter(
          (kind) => kinds[kind] !== undefined,
        );
        if (named.length > 1) say(`has a source that is ${named.join(' and ')}`, 'One of them.', 'spec.source');
        if (ref === undefined || ref === '' || sources.length < 2) continue;
        if (!/^[a-zA-Z0-9_-]+$/.test(ref))
          say(`has the ref "${ref}"`, 'Letters, digits, "_" and "-".', 'spec.sources.ref');
        if (refs.has(ref))
          say(`has two sources with the ref "${ref}"`, 'Give each a ref of its own.', 'spec.sources.ref');
        refs.add(ref);
      }
      const hydrator = spec.sourceHydrator;
      if (hydrator && !hydrator.syncSource?.targetBranch) {
        say(
          'hydrates to no branch',
          'Say sourceHydrator.syncSource.targetBranch.',
          'spec.sourceHydrator.syncSource.targetBranch',
        );
      }
    }
  },
};
