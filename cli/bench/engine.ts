import threadCode from 'worker:../../fleet/publish/staging-thread';
import { AppProject } from '../../constructs/argocd/app-project';
import { Application } from '../../fleet/application';
import { type BuiltCluster, buildCluster } from '../../fleet/build';
import { Cluster } from '../../fleet/cluster';
import { Fleet } from '../../fleet/fleet';
import { publishing } from '../../fleet/publish/publish';
import { stageInThread } from '../../fleet/publish/stager';
import { Verdicts } from '../../fleet/verdicts';
import { populate, type Size } from './tree';

/** A cluster of the benchmark. It is a hub's member: one Argo CD for the whole fleet. */
export class BenchCluster extends Cluster {
  constructor(fleet: Fleet, index: number, size: Size) {
    super(fleet, `cluster-${index}`, {
      tier: 'production',
      kubernetes: '1.34',
      platform: { name: 'none' },
      hub: { cluster: 'hub' },
      gatewayApi: { version: '1.6', channel: 'standard' },
    });
    this.external('CustomResourceDefinition', 'gateway.networking.k8s.io/HTTPRoute', 'The hub installs it');
    this.external('Gateway', 'edge/edge', 'The hub makes it');
    const project = new AppProject(this, 'bench', { description: 'The benchmark' });
    for (let i = 0; i < size.applications; i++) {
      const namespace = `app-${i}`;
      const application = new Application(this, namespace, { project, namespace });
      populate(application, namespace, index * 1000 + i, size.objects);
    }
  }
}

export const benchFleet = new Fleet({ repository: 'https://github.com/example/fleet' });

/** Builds, checks and publishes the fleet with this engine, as `synth` does. */
export async function runEngine(size: Size, folder: string): Promise<void> {
  const to = { folder: `${folder}/dist`, scratch: `${folder}/.fleet` };
  await publishing(to, stageInThread(threadCode), async ({ add, commit }) => {
    const verdicts = Verdicts.in(to.scratch);
    const clusters: BuiltCluster[] = [];
    for (let i = 0; i < size.clusters; i++) {
      const built = buildCluster(`cluster-${i}`, (f) => new BenchCluster(f, i, size), benchFleet, verdicts);
      const [finding] = built.findings;
      if (finding) throw new Error(finding.message);
      add(built.name, built.files);
      clusters.push(built);
    }
    await commit({ removeOthers: true });
    verdicts?.write(clusters);
  });
}
