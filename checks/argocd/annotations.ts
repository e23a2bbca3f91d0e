import { SYNC_WAVE } from '../../fleet/derive/annotations';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';

const HOOKS = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete', 'Skip'];
const DELETE_POLICIES = ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'];

export const annotations: Rule = {
  id: 'argocd/annotations',
  holds: 'sync waves are whole numbers, hooks and delete policies are known; no generateName outside hooks',
  effect: 'Argo CD reads a wave that is no number as 0, and never applies an object with a hook that it does not know.',
  source: 'Argo CD v3.5.1, gitops-engine/pkg/sync: syncwaves, hook; docs/user-guide/resource_hooks.md',
  check(cluster, report) {
    for (const entry of cluster.annotated) {
      const { metadata } = entry.object;
      checkWave(entry, metadata.annotations?.[SYNC_WAVE], report);
      checkList(entry, 'argocd.argoproj.io/hook', HOOKS, report);
      checkList(entry, 'argocd.argoproj.io/hook-delete-policy', DELETE_POLICIES, report);
    }
    for (const entry of cluster.entries) {
      const { metadata } = entry.object;
      if (metadata['generateName'] !== undefined && !metadata.annotations?.['argocd.argoproj.io/hook']) {
        report(entry, {
          message: `A ${entry.object.kind} has generateName "${String(metadata['generateName'])}": every sync would make one more.`,
          fix: 'Give it metadata.name; only hooks may have generateName.',
          section: 'metadata.generateName',
        });
      }
    }
  },
};

function checkWave(entry: Entry, wave: string | undefined, report: Report): void {
  if (typeof wave !== 'string' || /^-?[0-9]+$/.test(wave)) return;
  report(entry, {
    message: `${describe(entry.object)}: the sync wave "${wave}" is no whole number.`,
    fix: 'Write a number such as "-1" or "5".',
    section: `metadata.annotations.${SYNC_WAVE}`,
  });
}

function checkList(entry: Entry, annotation: string, known: readonly string[], report: Report): void {
  const text: unknown = entry.object.metadata.annotations?.[annotation];
  if (typeof text !== 'string') return;
  for (const value of text.split(',').map((v) => v.trim())) {
    if (known.includes(value)) continue;
    report(entry, {
      message: `${describe(entry.object)}: ${annotation} has "${value}", which is none.${didYouMean(value, known)}`,
      fix: `One of ${known.join(', ')}.`,
      section: `metadata.annotations.${annotation}`,
    });
  }
}
