import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * An esbuild plugin: `import code from 'worker:./file'` gives the file's own bundle as text, to start a worker thread
 * with. The program is never written to disk, so a thread has no file to start from.
 */
export const inlineWorker = {
  name: 'inline-worker',
  setup(setup) {
    setup.onResolve({ filter: /^worker:/ }, ({ path, importer }) => ({
      path: join(dirname(importer), `${path.slice('worker:'.length)}.ts`),
      namespace: 'inline-worker',
    }));
    setup.onLoad({ filter: /.*/, namespace: 'inline-worker' }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        logLevel: 'silent',
      });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};
