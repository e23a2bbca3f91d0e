import { checkFleet } from '../../fleet/check-fleet';
import { didYouMean } from '../../fleet/did-you-mean';
import { clusterNames, selectClusters } from '../../fleet/discover';
import { endangered } from '../../fleet/endangered';
import { type Finding, FleetError } from '../../fleet/finding';
import type { Fleet } from '../../fleet/fleet';
import { publish } from '../../fleet/publish/publish';
import { synthesize } from '../../fleet/synthesize';
import { readArguments, USAGE } from './arguments';
import { linkForCli, outputFolder, writeTree } from './output';
import { formatFindings, formatPlans } from './report';

export interface SynthProps {
  readonly fleet: Fleet;
  /** Loads a cluster's module by its file's name. */
  readonly load: (name: string) => Promise<object>;
}

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
    const terminal = process.stderr.isTTY;
    const built = await synthesize({
      fleet: props.fleet,
      clusters: names,
      load: props.load,
      onBuilt: ({ name, files }, ms) =>
        terminal && say(`\r\u001b[K${name}: ${files.size} files in ${ms.toFixed(0)} ms`),
    });
    if (terminal) say('\r\u001b[K');
    const findings = [...built.flatMap((b) => b.findings), ...checkFleet(built, all)];
    if (findings.length > 0) say(`${formatFindings(findings)}\n`);
    if (findings.some((f) => f.severity === 'error')) {
      say(`${summary(findings)} Nothing was written.\n`);
      return 1;
    }
    const { folder, published } = outputFolder(process.env);
    if (!published) {
      writeTree(built, folder);
      return 0;
    }
    const removeOthers = clusters.length === 0;
    const files = new Map(built.map((b) => [b.name, b.files]));
    const plans = await publish({ folder, scratch: '.fleet', clusters: files, removeOthers });
    linkForCli(built, process.env);
    for (const { cluster, replaced } of plans) {
      for (const text of endangered(replaced, files.get(cluster) ?? new Map())) say(`warning  ${cluster}: ${text}\n`);
    }
    say(formatPlans(plans, built));
    say(`${((performance.now() - start) / 1000).toFixed(2)} s\n`);
    return 0;
  } catch (error) {
    if (error instanceof FleetError) say(`${formatFindings(error.findings)}\nNothing was written.\n`);
    else say(`error  ${explain(error as Error)}\n`);
    return 1;
  }
}

function summary(findings: readonly Finding[]): string {
  const errors = findings.filter((f) => f.severity === 'error').length;
  const warnings = findings.length - errors;
  return `${errors} error${errors === 1 ? '' : 's'}${warnings > 0 ? `, ${warnings} warnings` : ''}.`;
}

/** What the operating system or the arguments refused, in one line; a defect of this program with its stack. */
function explain(error: NodeJS.ErrnoException): string {
  const option = /^Unknown option '([^']+)'/.exec(error.message)?.[1];
  if (option) return `Unknown option ${option}.${didYouMean(option, ['--cluster', '--help'])}\n\n${USAGE}`;
  if (error.code?.startsWith('ERR_PARSE_ARGS')) return `${error.message}\n\n${USAGE}`;
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
