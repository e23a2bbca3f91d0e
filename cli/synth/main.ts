import threadCode from 'worker:../../fleet/publish/staging-thread';
import type { BuiltCluster } from '../../fleet/build';
import { checkFleet } from '../../fleet/check-fleet';
import { clusterNames, selectClusters } from '../../fleet/discover';
import { endangered } from '../../fleet/endangered';
import { type Finding, FleetError } from '../../fleet/finding';
import type { Fleet } from '../../fleet/fleet';
import { publishing } from '../../fleet/publish/publish';
import { stageHere, stageInThread } from '../../fleet/publish/stager';
import { type SynthesizeProps, synthesize } from '../../fleet/synthesize';
import { Verdicts } from '../../fleet/verdicts';
import { optionProblem } from '../options';
import { readArguments, USAGE } from './arguments';
import { linkForCli, outputFolder, writeTree } from './output';
import { formatFindings, formatPlans } from './report';

export interface SynthProps {
  readonly fleet: Fleet;
  /** Loads a cluster's module by its file's name. */
  readonly load: (name: string) => Promise<object>;
}

/** A thread takes about as long to start as this many small clusters to write. */
const CLUSTERS_WORTH_A_THREAD = 5;

/** What runs keep for themselves; ignored by git. */
const SCRATCH = '.fleet';

/** `cdk8s synth` and `npm run synth`. Everything is told on stderr: the cdk8s CLI swallows stdout. */
export async function synth(props: SynthProps, argv: readonly string[]): Promise<number> {
  const say = (text: string) => process.stderr.write(text);
  const start = performance.now();
  try {
    const { clusters, help } = readArguments(argv);
    if (help) {
      say(USAGE);
      return 0;
    }
    const all = clusterNames('clusters');
    const names = selectClusters(all, clusters);
    /** Builds them; false where there are errors, which are told. */
    const build = async (
      onBuilt: (cluster: BuiltCluster) => void,
      verdicts?: Verdicts,
    ): Promise<readonly BuiltCluster[] | undefined> => {
      const built = await synthesize({ ...props, clusters: names, verdicts, onBuilt: withProgress(say, onBuilt) });
      if (process.stderr.isTTY) say('\r\u001b[K');
      const findings = [...built.flatMap((b) => b.findings), ...checkFleet(built, all)];
      if (findings.length > 0) say(`${formatFindings(findings)}\n`);
      if (!findings.some((f) => f.severity === 'error')) return built;
      say(`${summary(findings)} Nothing was written.\n`);
      return undefined;
    };
    const { folder, published } = outputFolder(process.env);
    if (!published) {
      const built = await build(() => undefined);
      if (built) writeTree(built, folder);
      return built ? 0 : 1;
    }
    const stager = names.length > CLUSTERS_WORTH_A_THREAD ? stageInThread(threadCode) : stageHere;
    return await publishing({ folder, scratch: SCRATCH }, stager, async ({ add, commit }) => {
      const verdicts = Verdicts.in(SCRATCH);
      const built = await build(({ name, files }) => add(name, files), verdicts);
      if (!built) return 1;
      const plans = await commit({ removeOthers: clusters.length === 0 });
      verdicts?.write(built);
      linkForCli(built, process.env);
      const files = new Map(built.map((b) => [b.name, b.files]));
      for (const { cluster, replaced } of plans) {
        const told = endangered(replaced, files.get(cluster) ?? new Map());
        for (const text of told) say(`warning  ${cluster}: ${text}\n`);
      }
      say(formatPlans(plans, built));
      say(`${((performance.now() - start) / 1000).toFixed(2)} s\n`);
      return 0;
    });
  } catch (error) {
    if (error instanceof FleetError) say(`${formatFindings(error.findings)}\nNothing was written.\n`);
    else say(`error  ${explain(error as Error)}\n`);
    return 1;
  }
}

type OnBuilt = NonNullable<SynthesizeProps['onBuilt']>;

/** On a terminal, a line that says how far it is. */
function withProgress(say: (text: string) => void, onBuilt: OnBuilt): OnBuilt {
  if (!process.stderr.isTTY) return onBuilt;
  return (built, ms) => {
    say(`\r\u001b[K${built.name}: ${built.files.size} files in ${ms.toFixed(0)} ms`);
    onBuilt(built, ms);
  };
}

function summary(findings: readonly Finding[]): string {
  const errors = findings.filter((f) => f.severity === 'error').length;
  const warnings = findings.length - errors;
  return `${errors} error${errors === 1 ? '' : 's'}${warnings > 0 ? `, ${warnings} warnings` : ''}.`;
}

/** What the operating system or the arguments refused, in one line; a defect of this program with its stack. */
function explain(error: NodeJS.ErrnoException): string {
  const option = optionProblem(error, ['--cluster', '--help']);
  if (option) return `${option}\n\n${USAGE}`;
  if (error.code === 'ENOSPC')
    return `The disk is full: ${error.message}. dist/ is as it was, or every file in it whole; run again once there is room.`;
  if (error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM') {
    return `${error.message}. The manifests cannot be written there.`;
  }
  if (error.code === 'EXDEV') {
    return `${error.message}. dist/ is on another file system than .fleet/, where new files are made ready; both belong on one.`;
  }
  return error.code === undefined && error.stack && !/^Unexpected|^Another run/.test(error.message)
    ? error.stack
    : error.message;
}
