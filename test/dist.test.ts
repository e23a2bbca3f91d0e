import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleet } from '../clusters/fleet';
import { clusterNames } from '../fleet/discover';
import { readTree } from '../fleet/publish/tree';
import { synthesize } from '../fleet/synthesize';

test('the committed dist/ is what the sources give', async () => {
  const clusters = clusterNames('clusters');
  const built = await synthesize({ fleet, clusters, load: (name) => import(`../clusters/${name}.ts`) });
  expect(built.flatMap((b) => b.findings)).toEqual([]);
  const fresh = new Map(built.flatMap((b) => [...b.files].map(([path, text]) => [`${b.name}/${path}`, text] as const)));
  expect(readTree('dist').files.sort()).toEqual([...fresh.keys()].sort());
  for (const [path, text] of fresh) expect(readFileSync(join('dist', path), 'utf8')).toBe(text);
});

test('the code says nothing of where it was made', () => {
  for (const folder of ['dist', 'imports', 'clusters', 'apps', 'constructs', 'facts', 'fleet', 'checks', 'docs']) {
    for (const path of readTree(folder).files) {
      const text = readFileSync(join(folder, path), 'utf8');
      expect([path, /\/work\/|\.\.\/shared|registry\.npmjs/.test(text)]).toEqual([path, false]);
    }
  }
});
