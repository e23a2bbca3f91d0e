// Bundles an entry point with esbuild, in memory, and runs it in this process: no type-checking (that is
// `npm run types`), nothing written, and stack traces that name the TypeScript lines.
//
//   node cli/run.mjs main.ts --cluster oden
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import { build } from 'esbuild';
import { inlineWorker } from './inline-worker.mjs';
import { mapStackTraces } from './source-map.mjs';

// V8 optimises what ran for a while, in threads of its own. A run is over before most of that pays, and with few cores
// those threads take the time from it: only what runs far more often is worth it. Its default is 67584 (Node 20).
v8.setFlagsFromString('--interrupt-budget=1000000');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...rest] = process.argv.slice(2);
// Wherever it is started, it works on its own project and nobody else's dist/.
if (process.env.CDK8S_OUTDIR) process.env.CDK8S_OUTDIR = resolve(process.env.CDK8S_OUTDIR);
process.chdir(root);

let bundle;
// esbuild is a Go program that ends with this one: collecting its garbage takes a third of its time, for nothing.
const { GOGC } = process.env;
process.env.GOGC = 'off';
try {
  bundle = await build({
    entryPoints: [resolve(root, entry)],
    absWorkingDir: root,
    outfile: join(root, 'bundle.cjs'),
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    // Stacks name lines; the lines themselves are in the files.
    sourcesContent: false,
    // Native code, tools that find their own files, and what few clusters need.
    external: ['esbuild', 'fs-native-extensions', 'cdk8s-cli', 'cdk8s-plus-28', 're2js'],
    plugins: [inlineWorker],
    logLevel: 'silent',
  });
} catch (error) {
  for (const e of error.errors ?? [{ text: String(error) }]) {
    const at = e.location ? `${e.location.file}:${e.location.line}:${e.location.column + 1}: ` : '';
    console.error(`error  ${at}${e.text}`);
    if (e.location) console.error(`  ${e.location.lineText.trim()}`);
  }
  process.exit(1);
}
if (GOGC === undefined) delete process.env.GOGC;
else process.env.GOGC = GOGC;

const [map, code] = bundle.outputFiles;
mapStackTraces(code.path, map.text, root);
process.argv = [process.argv[0], resolve(root, entry), ...rest];
const wrapped = `(function (exports, require, module, __filename, __dirname, PROGRAM_HASH) {${code.text}\n})`;
const program = vm.runInThisContext(wrapped, { filename: code.path });
const module = { exports: {} };
program(module.exports, createRequire(code.path), module, code.path, root, code.hash);
