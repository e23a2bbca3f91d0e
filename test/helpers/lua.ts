import { execFileSync } from 'node:child_process';

/** Runs the check as Argo CD does: a script with `obj`. */
export function runHealthCheck(check: string, obj: object): { status: string; message?: string } {
  const input = `local obj = ${toLua(obj)}\n${check}`;
  return JSON.parse(execFileSync(process.execPath, ['test/helpers/lua-child.mjs'], { input, encoding: 'utf8' }));
}

/** JSON as a Lua table; null is nil, and lists count from 1. */
function toLua(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return `{ ${value.map(toLua).join(', ')} }`;
  if (typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([k, v]) => `[${JSON.stringify(k)}] = ${toLua(v)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}
