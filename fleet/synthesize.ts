import { type BuiltCluster, buildCluster, exceptionFinding } from './build';
import { factoryOf } from './discover';
import { FleetError } from './finding';
import type { Fleet } from './fleet';
import type { Verdicts } from './verdicts';

export interface SynthesizeProps {
  readonly fleet: Fleet;
  readonly clusters: readonly string[];
  /** Loads a cluster's module by name. */
  readonly load: (name: string) => Promise<object>;
  /** What an earlier run found. @default - every rule runs */
  readonly verdicts?: Verdicts | undefined;
  /** Called after each cluster. @default - nothing */
  readonly onBuilt?: (built: BuiltCluster, milliseconds: number) => void;
}

/** Builds every wanted cluster, one after another; a broken one does not keep the others from telling their mistakes. */
export async function synthesize(props: SynthesizeProps): Promise<BuiltCluster[]> {
  const built: BuiltCluster[] = [];
  for (const name of props.clusters) {
    const start = performance.now();
    const cluster = await buildOne(name, props);
    props.onBuilt?.(cluster, performance.now() - start);
    built.push(cluster);
  }
  return built;
}

async function buildOne(name: string, { fleet, load, verdicts }: SynthesizeProps): Promise<BuiltCluster> {
  try {
    return buildCluster(name, factoryOf(name, await load(name)), fleet, verdicts);
  } catch (error) {
    const findings = error instanceof FleetError ? error.findings : [exceptionFinding(error, name)];
    return { name, files: new Map(), findings, waived: [] };
  }
}
