import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { withLock } from '../../../fleet/publish/lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('runs, gives the result, and lets the next one in, also after a failure', async () => {
  expect(await withLock(folder, () => 1)).toBe(1);
  await expect(
    withLock(folder, () => {
      throw new Error('x');
    }),
  ).rejects.toThrow('x');
  expect(await withLock(folder, () => 2)).toBe(2);
});

test('waits for another holder, and says so when it waited too long', async () => {
  await withLock(folder, () => undefined);
  const other = openSync(join(folder, 'lock'), 'a');
  expect(tryLock(other)).toBe(true);
  await expect(withLock(folder, () => 1, 120)).rejects.toThrow(
    /Another run is publishing: it has held .*lock for 0.12 s/,
  );
});
