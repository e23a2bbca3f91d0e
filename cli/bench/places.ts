import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A folder in memory where there is one: a disk that throttles would be measured otherwise. */
export function memoryFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}
