import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

const ANNOTATIONS = ['backup.velero.io/backup-volumes', 'backup.velero.io/backup-volumes-excludes'];

export const fileSystemVolumes: Rule = {
  id: 'velero/file-system-volumes',
  holds: 'annotations name volumes that the Pod has',
  category: 'reference',
  effect: 'The volume is not in the backup, and nothing reports it.',
  source: 'Velero v1.18.1, pkg/util/podvolume/pod_volume.go; pkg/podvolume/backupper.go: no hostPath',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { annotations = {} } = pods;
      if (ANNOTATIONS.every((annotation) => annotations[annotation] === undefined)) continue;
      const templates =
        (
          pods.entry.object['spec'] as
            | { volumeClaimTemplates?: readonly { metadata?: { name?: string } }[] }
            | undefined
        )?.volumeClaimTemplates ?? [];
      const volumes = new Map<string, boolean>([
        ...(pods.spec.volumes ?? []).map((v) => [v.name, v.hostPath !== undefined] as const),
        ...templates.map((t) => [t.metadata?.name ?? '', false] as const),
      ]);
      for (const annotation of ANNOTATIONS) {
        const text = annotations[annotation];
        if (text === undefined) continue;
        for (const name of text.split(',')) {
          const say = (what: string, fix: string) =>
            report(pods.entry, {
              message: `${describe(pods.entry.object)}: ${annotation} names "${name}", ${sentence(what)}`,
              fix,
              section: 'metadata.annotations',
            });
          const found = volumes.get(name);
          if (found === undefined) {
            say(
              `a volume that the Pod has not${didYouMean(name.trim(), [...volumes.keys()])}`,
              'Names with commas between, and no blanks.',
            );
          } else if (found && annotation === ANNOTATIONS[0])
            say('a folder of the node, which Velero never reads', 'Take it out.');
        }
      }
    }
  },
};
