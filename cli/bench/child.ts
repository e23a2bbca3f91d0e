import { execFileSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { YamlOutputType } from 'cdk8s';
import { runEngine } from './engine';
import { timeParts } from './parts';
import { FULL_SIZE, type Size } from './tree';
import { runVanilla } from './vanilla';

/** One run in a process of its own: prints the seconds and the peak memory, or the seconds of its parts, as JSON. */
async function main([engine, folder, size]: string[]): Promise<void> {
  const [clusters = 0, applications = 0, objects = 0] = (size ?? '').split('x').map(Number);
  const chosen: Size = size ? { clusters, applications, objects } : FULL_SIZE;
  if (engine === 'parts') {
    process.stdout.write(`${JSON.stringify(timeParts(chosen))}\n`);
    return;
  }
  if (engine?.startsWith('vanilla')) setFlagsFromString(v8Default('interrupt-budget'));
  const start = performance.now();
  if (engine === 'vanilla') runVanilla(chosen, folder ?? '', YamlOutputType.FILE_PER_CHART);
  else if (engine === 'vanilla-folders') {
    runVanilla(chosen, folder ?? '', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
  } else await runEngine(chosen, folder ?? '');
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${JSON.stringify({ seconds, peakMiB: process.resourceUsage().maxRSS / 1024 })}\n`);
}

/** A flag as V8 has it without cli/run.mjs: the vanilla side runs as it comes. */
function v8Default(flag: string): string {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 16 * 2 ** 20 });
  const found = new RegExp(`default: (--${flag}=\\d+)`).exec(options)?.[1];
  if (found === undefined) throw new Error(`V8 does not say the default of --${flag}.`);
  return found;
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
