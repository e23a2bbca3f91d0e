import { AppProject } from '../../../constructs/argocd/app-project';
import { SnapshotController } from '../../../constructs/snapshots/snapshot-controller';
import { build } from '../cluster';
import { admissionExamples } from './admission';
import type { Example } from './example';
import { kyvernoExamples } from './kyverno';
import { rookExamples } from './rook';
import { secretsExamples } from './secrets';
import { veleroExamples } from './velero';

/** Every construct of storage, backups and secrets. The key is system and file. */
export const dataExamples: Readonly<Record<string, Example>> = {
  ...rookExamples,
  ...veleroExamples,
  ...secretsExamples,
  ...kyvernoExamples,
  ...admissionExamples,
  'snapshots/snapshot-controller': {
    make: (_, cluster) => {
      new SnapshotController(cluster, { project: new AppProject(cluster, 'data', { description: 'Storage' }) });
    },
  },
};

/** The cluster of an example, built. */
export function buildDataExample(name: string) {
  const example = dataExamples[name];
  if (!example) throw new Error(`No example "${name}": add one to test/helpers/data/.`);
  const { make, facts } = example;
  return build((cluster) => make(cluster.application('app'), cluster), facts);
}
