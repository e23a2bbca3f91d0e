import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock, unlock } from 'fs-native-extensions';

/**
 * Keeps two runs from publishing to one folder at once. It is the kernel's lock on an open file: it is gone the
 * moment its holder dies, so a killed run leaves nothing to clean up.
 * @param folder where the lock's file lives
 * @param patience how long to wait for another run, in milliseconds
 */
export async function withLock<T>(folder: string, run: () => T | Promise<T>, patience = 60_000): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const descriptor = openSync(file, 'a');
  try {
    const deadline = Date.now() + patience;
    while (!tryLock(descriptor)) {
      if (Date.now() > deadline) {
        throw new Error(
          `Another run is publishing: it has held ${file} for ${patience / 1000} s. Wait for it, or end it.`,
        );
      }
      await sleep(50);
    }
    try {
      return await run();
    } finally {
      unlock(descriptor);
    }
  } finally {
    closeSync(descriptor);
  }
}
