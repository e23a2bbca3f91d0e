import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateImports } from './import/generate';

/**
 * `npm run import [-- --from DIR]`: generates `imports/` from the pinned releases, over the network or from a
 * folder of CRDs laid out as `<system>/<CRD name>.yaml`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const files = await generateImports(values.from);
  mkdirSync('imports', { recursive: true });
  for (const name of readdirSync('imports')) if (!files.has(name)) rmSync(join('imports', name));
  for (const [name, text] of files) {
    const changed = !readdirSync('imports').includes(name) || readFileSync(join('imports', name), 'utf8') !== text;
    if (changed) writeFileSync(join('imports', name), text);
    console.error(`${changed ? 'written  ' : 'unchanged'}  imports/${name}  ${(text.length / 1024).toFixed(0)} KiB`);
  }
}

main().catch((error: Error) => {
  console.error(`error  ${error.message}`);
  process.exit(1);
});
