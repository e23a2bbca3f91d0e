import type { Environment } from '@marcbachmann/cel-js';

type List = readonly unknown[];

/**
 * Lists, sets and math: Kubernetes' list library (v1.36, apiserver/pkg/cel/library/lists.go) and cel-go's extensions
 * of lists, sets and math (v0.26).
 */
export function registerLists(environment: Environment): void {
  environment
    .registerFunction('list.sum(): dyn', (list: List) =>
      list.reduce((a, b) => (a as bigint) + (b as bigint), zero(list)),
    )
    .registerFunction('list.min(): dyn', (list: List) => extreme(list, (a, b) => less(a, b)))
    .registerFunction('list.max(): dyn', (list: List) => extreme(list, (a, b) => less(b, a)))
    .registerFunction('list.isSorted(): bool', (list: List) => list.every((x, i) => i === 0 || !less(x, list[i - 1])))
    .registerFunction('list.indexOf(dyn): int', (list: List, x: unknown) => BigInt(list.findIndex((y) => same(x, y))))
    .registerFunction('list.lastIndexOf(dyn): int', (list: List, x: unknown) =>
      BigInt(list.findLastIndex((y) => same(x, y))),
    )
    .registerFunction('list.flatten(): list<dyn>', (list: List) => list.flat())
    .registerFunction('list.flatten(int): list<dyn>', (list: List, depth: bigint) => list.flat(Number(depth)))
    .registerFunction('list.slice(int, int): list<dyn>', (list: List, from: bigint, to: bigint) =>
      list.slice(Number(from), Number(to)),
    )
    .registerFunction('list.distinct(): list<dyn>', (list: List) =>
      list.filter((x, i) => list.findIndex((y) => same(x, y)) === i),
    )
    .registerFunction('list.reverse(): list<dyn>', (list: List) => [...list].reverse())
    .registerFunction('list.sort(): list<dyn>', (list: List) =>
      [...list].sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0)),
    );
  registerSets(environment);
  registerMath(environment);
}

function registerSets(environment: Environment): void {
  const has = (list: List, x: unknown) => list.some((y) => same(x, y));
  const contains = (a: List, b: List) => b.every((x) => has(a, x));
  environment
    .registerType('Sets', { ctor: Sets, fields: {} })
    .registerConstant('sets', 'Sets', new Sets())
    .registerFunction('Sets.contains(list, list): bool', (_: Sets, a: List, b: List) => contains(a, b))
    .registerFunction(
      'Sets.equivalent(list, list): bool',
      (_: Sets, a: List, b: List) => contains(a, b) && contains(b, a),
    )
    .registerFunction('Sets.intersects(list, list): bool', (_: Sets, a: List, b: List) => a.some((x) => has(b, x)));
}

function registerMath(environment: Environment): void {
  environment.registerType('Numbers', { ctor: Numbers, fields: {} }).registerConstant('math', 'Numbers', new Numbers());
  for (const [name, better] of [
    ['greatest', (a: unknown, b: unknown) => less(b, a)],
    ['least', less],
  ] as const) {
    environment
      .registerFunction(`Numbers.${name}(list): dyn`, (_: Numbers, list: List) => extreme(list, better))
      .registerFunction(`Numbers.${name}(dyn, dyn): dyn`, (_: Numbers, a: unknown, b: unknown) =>
        extreme([a, b], better),
      )
      .registerFunction(`Numbers.${name}(dyn, dyn, dyn): dyn`, (_: Numbers, a: unknown, b: unknown, c: unknown) =>
        extreme([a, b, c], better),
      );
  }
  for (const [name, compute] of Object.entries({
    ceil: Math.ceil,
    floor: Math.floor,
    round: Math.round,
    abs: Math.abs,
  })) {
    environment.registerFunction(`Numbers.${name}(double): double`, (_: Numbers, x: number) => compute(x));
  }
}

/** What `sets.` and `math.` are called on. */
class Sets {}
class Numbers {}

const zero = (list: List) => (list.some((x) => typeof x === 'number') ? 0 : 0n) as bigint;
const less = (a: unknown, b: unknown) => (a as bigint) < (b as bigint);

function extreme(list: List, better: (a: unknown, b: unknown) => boolean): unknown {
  if (list.length === 0) throw new Error('an empty list has no least or greatest');
  return list.reduce((best, x) => (better(x, best) ? x : best));
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null) return a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b));
  return key(a) === key(b);
}

const isNumber = (x: unknown) => typeof x === 'number' || typeof x === 'bigint';
const key = (value: unknown) => JSON.stringify(value, (_, x) => (typeof x === 'bigint' ? Number(x) : x));
