import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publishing } from '../../../fleet/publish/publish';
import { stageHere } from '../../../fleet/publish/stager';
import { readTree } from '../../../fleet/publish/tree';
import { clusterSource, TestProject } from '../../helpers/project';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fleet-publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (clusters: Record<string, Record<string, string>>, removeOthers = true) =>
  publishing({ folder: join(root, 'dist'), scratch: join(root, '.fleet') }, stageHere, ({ add, commit }) => {
    for (const [name, files] of Object.entries(clusters)) add(name, new Map(Object.entries(files)));
    return commit({ removeOthers });
  });

const tree = () =>
  Object.fromEntries(
    readTree(join(root, 'dist'))
      .files.sort()
      .map((path) => [path, readFileSync(join(root, 'dist', path), 'utf8')]),
  );

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('publish', () => {
  test('does not touch what is the same', async () => {
    await run({ a: { 'x/1.yaml': 'one', 'x/2.yaml': 'two' } });
    const before = statSync(join(root, 'dist/a/x/1.yaml'));
    const [plan] = await run({ a: { 'x/1.yaml': 'one', 'x/2.yaml': 'three' } });
    expect(plan).toMatchObject({ created: [], updated: ['x/2.yaml'], removed: [], unchanged: 1 });
    expect(statSync(join(root, 'dist/a/x/1.yaml'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  test('removes stale files and the folders that they leave empty', async () => {
    await run({ a: { 'x/y/1.yaml': 'one', 'z/2.yaml': 'two' }, b: { '1.yaml': 'one' } });
    await run({ a: { 'z/2.yaml': 'two' } });
    expect(tree()).toEqual({ 'a/z/2.yaml': 'two' });
    expect(readdirSync(join(root, 'dist'))).toEqual(['a']);
    expect(readdirSync(join(root, 'dist/a'))).toEqual(['z']);
  });

  test.each([
    ['a file where a folder goes', () => put('dist/a/x', 'stray')],
    ['a folder where a file goes', () => put('dist/a/x/1.yaml/deep/file', 'stray')],
    ['a link where a folder goes', () => symlinkInstead('dist/a/x')],
    ['a file where the cluster’s folder goes', () => put('dist/a', 'stray')],
  ])('%s', async (_, stray) => {
    stray();
    await run({ a: { 'x/1.yaml': 'one', 'x/2.yaml': 'two' } });
    expect(tree()).toEqual({ 'a/x/1.yaml': 'one', 'a/x/2.yaml': 'two' });
  });

  test('a link is replaced, never followed', async () => {
    put('outside/keep.yaml', 'keep');
    symlinkInstead('dist/a/x', join(root, 'outside'));
    await run({ a: { 'x/1.yaml': 'one' } });
    expect(readFileSync(join(root, 'outside/keep.yaml'), 'utf8')).toBe('keep');
    expect(readdirSync(join(root, 'outside'))).toEqual(['keep.yaml']);
  });

  test('what a killed run left beside the folder is cleared', async () => {
    put('.fleet/staging/a/x/1.yaml', 'half');
    await run({ a: { 'x/1.yaml': 'one' } });
    expect(tree()).toEqual({ 'a/x/1.yaml': 'one' });
    expect(readdirSync(join(root, '.fleet'))).toEqual(['lock']);
  });

  function symlinkInstead(path: string, target = tmpdir()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
});

describe('a run that is killed', () => {
  test('at 50 random moments: every file whole, and the next run ends in the same bytes', async () => {
    const project = new TestProject();
    try {
      project.write('clusters/one.ts', clusterSource('one', { objects: 600 }));
      project.synth([], { STATE: 'b' });
      const b = project.files();
      project.synth([], { STATE: 'a' });
      const a = project.files();
      // How long a run takes here, so that the moments cover all of it and a little more.
      const start = performance.now();
      project.synth([], { STATE: 'b' });
      const length = performance.now() - start;
      project.synth([], { STATE: 'a' });
      let within = 0;
      for (let i = 0; i < 50; i++) {
        const child = project.start({ STATE: 'b' });
        await new Promise((resolve) => {
          child.on('exit', resolve);
          // Most of a run is before the publishing, so every other kill waits for the first renamed file.
          if (i % 2 === 0) setTimeout(() => child.kill('SIGKILL'), length * Math.random());
          else
            whenThere(join(project.folder, 'dist/one/app-of-apps/application-app-b-0.yaml'), () =>
              setTimeout(() => child.kill('SIGKILL'), 60 * Math.random()),
            );
        });
        const now = project.files();
        const torn = Object.entries(now).filter(([path, text]) => text !== a[path] && text !== b[path]);
        expect(torn.map(([path]) => path)).toEqual([]);
        if (!same(now, a) && !same(now, b)) within++;
        if (same(now, a)) continue;
        expect(project.synth([], { STATE: 'a' }).status).toBe(0);
        expect(same(project.files(), a)).toBe(true);
      }
      expect(project.synth([], { STATE: 'b' }).status).toBe(0);
      expect(same(project.files(), b)).toBe(true);
      // The test is about these: without any it would show nothing.
      expect(within).toBeGreaterThan(0);
    } finally {
      project.remove();
    }
  }, 240_000);
});

/** Looks every millisecond, and gives up after five seconds: the run may be over. */
function whenThere(path: string, then: () => void): void {
  const until = Date.now() + 5000;
  const timer = setInterval(() => {
    if (!existsSync(path) && Date.now() < until) return;
    clearInterval(timer);
    then();
  }, 1);
}

const same = (x: Record<string, string>, y: Record<string, string>) => JSON.stringify(x) === JSON.stringify(y);

describe('two runs at once', () => {
  test('exclude each other: the result is one run’s, whole', async () => {
    const project = new TestProject();
    try {
      project.write('clusters/one.ts', clusterSource('one', { objects: 400 }));
      project.synth([], { STATE: 'a' });
      const a = project.files();
      project.synth([], { STATE: 'b' });
      const b = project.files();
      for (let round = 0; round < 5; round++) {
        const runs = ['a', 'b', 'a', 'b'].map((STATE) => project.start({ STATE }));
        const codes = await Promise.all(runs.map((child) => new Promise((resolve) => child.on('exit', resolve))));
        expect(codes).toEqual([0, 0, 0, 0]);
        const now = project.files();
        expect(same(now, a) || same(now, b)).toBe(true);
      }
    } finally {
      project.remove();
    }
  }, 60_000);
});

/** Runs a shell script on a file system of its own that only it sees. */
function onOwnFileSystem(script: string) {
  return spawnSync('unshare', ['-rm', 'sh', '-euc', script], { encoding: 'utf8' });
}
const hasOwnFileSystem = onOwnFileSystem('mount -t tmpfs -o size=1m tmpfs /mnt').status === 0;
const withMount = hasOwnFileSystem ? test : test.skip;
if (!hasOwnFileSystem)
  console.warn('SKIPPED: no file systems of our own here, so a full and a read-only disk are not tried.');

describe('a disk that refuses', () => {
  withMount.each([
    ['one cluster', 1, 300],
    ['clusters that a thread stages', 7, 50],
  ])(
    'full, %s: an error, and dist/ as it was',
    (_, clusters, objects) => {
      const project = new TestProject();
      try {
        for (let i = 0; i < clusters; i++) project.write(`clusters/c${i}.ts`, clusterSource(`c${i}`, { objects }));
        const { stdout, stderr } = onOwnFileSystem(`
        mkdir ${project.folder}/disk && mount -t tmpfs -o size=32m tmpfs ${project.folder}/disk
        cd ${project.folder} && cp -a main.ts cli facts fleet checks constructs imports clusters node_modules disk/ && cd disk
        node cli/run.mjs main.ts && cp -a dist ../before
        dd if=/dev/zero of=filler bs=1k count=100000 2>/dev/null || true
        STATE=b sh -c "node cli/run.mjs main.ts" || echo failed
        diff -r dist ../before && echo same
        rm filler && STATE=b sh -c "node cli/run.mjs main.ts"
      `);
        expect(stderr).toContain('The disk is full');
        expect(stdout).toContain('failed');
        expect(stdout).toContain('same');
        expect(stderr).toMatch(/\d+ created, \d+ updated, \d+ removed[^\n]*\n[\d.]+ s\n$/);
      } finally {
        project.remove();
      }
    },
    60_000,
  );

  withMount(
    'read-only: an error, and dist/ as it was',
    () => {
      const project = new TestProject();
      try {
        project.write('clusters/one.ts', clusterSource('one'));
        const { stdout, stderr } = onOwnFileSystem(`
        cd ${project.folder} && node cli/run.mjs main.ts && cp -a dist /tmp/fleet-before-$$
        mount --bind ${project.folder} ${project.folder} && mount -o remount,ro,bind ${project.folder} && cd ${project.folder}
        STATE=b sh -c "node cli/run.mjs main.ts" || echo failed
        diff -r dist /tmp/fleet-before-$$ && echo same; rm -r /tmp/fleet-before-$$
      `);
        expect(stdout).toBe('failed\nsame\n');
        expect(stderr).toMatch(/error {2}EROFS[^\n]*cannot be written there/);
      } finally {
        project.remove();
      }
    },
    60_000,
  );
});
