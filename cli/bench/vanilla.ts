import { App, Chart, type YamlOutputType } from 'cdk8s';
import { populate, type Size } from './tree';

/** Builds and writes the same trees with cdk8s as it comes: an App a cluster, a Chart an application, an object a file. */
export function runVanilla(size: Size, folder: string, yamlOutputType: YamlOutputType): void {
  for (let c = 0; c < size.clusters; c++) {
    const app = new App({
      outdir: `${folder}/dist/cluster-${c}`,
      yamlOutputType,
    });
    for (let i = 0; i < size.applications; i++) {
      const namespace = `app-${i}`;
      populate(new Chart(app, namespace, { namespace }), namespace, c * 1000 + i, size.objects);
    }
    app.synth();
  }
}
