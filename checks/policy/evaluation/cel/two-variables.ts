import type { Environment } from '@marcbachmann/cel-js';

/** What the library gives a macro: it types none of it. */
interface Node {
  readonly op: string;
  readonly args: unknown;
}
interface Scope {
  forkWithVariable(name: string, type: unknown): Scope;
  reuse(parent: Scope): Scope;
  setIterValue(value: unknown, evaluator: Evaluator): Scope;
}
interface Checker {
  check(node: Node, scope: Scope): unknown;
  getType(name: string): unknown;
}
interface Evaluator {
  run(node: Node, scope: Scope): unknown;
}
interface Macro {
  readonly args: readonly Node[];
  readonly receiver: Node;
  outer?: Scope;
  inner?: Scope;
}

type Pair = readonly [key: unknown, value: unknown];
type Collect = (pairs: readonly Pair[], run: (node: number, pair: Pair) => unknown) => unknown;

/**
 * Comprehensions over keys and values, or indexes and items: cel-go's extension of two variables (v0.26), which
 * Kubernetes has since 1.32.
 */
export function registerTwoVariables(environment: Environment): void {
  const register = (signature: string, type: string, collect: Collect) =>
    environment.registerFunction(`dyn.${signature}: ${type}`, macro(type, collect) as never);
  register('all(ast, ast, ast)', 'bool', (pairs, run) => pairs.every((pair) => run(2, pair) === true));
  register('exists(ast, ast, ast)', 'bool', (pairs, run) => pairs.some((pair) => run(2, pair) === true));
  register('existsOne(ast, ast, ast)', 'bool', (pairs, run) => pairs.filter((pair) => run(2, pair)).length === 1);
  register('transformList(ast, ast, ast)', 'list<dyn>', (pairs, run) => pairs.map((pair) => run(2, pair)));
  register('transformList(ast, ast, ast, ast)', 'list<dyn>', (pairs, run) =>
    pairs.filter((pair) => run(2, pair)).map((pair) => run(3, pair)),
  );
  register('transformMap(ast, ast, ast)', 'dyn', (pairs, run) =>
    Object.fromEntries(pairs.map((pair) => [String(pair[0]), run(2, pair)])),
  );
  register('transformMap(ast, ast, ast, ast)', 'dyn', (pairs, run) =>
    Object.fromEntries(pairs.filter((pair) => run(2, pair)).map((pair) => [String(pair[0]), run(3, pair)])),
  );
}

function macro(type: string, collect: Collect) {
  return ({ args, receiver }: { args: readonly Node[]; receiver: Node }) => ({
    args,
    receiver,
    async: false,
    typeCheck(checker: Checker, call: Macro, scope: Scope) {
      checker.check(receiver, scope);
      const dyn = checker.getType('dyn');
      call.outer = scope.forkWithVariable(nameOf(args[0]), dyn);
      call.inner = call.outer.forkWithVariable(nameOf(args[1]), dyn);
      for (const node of args.slice(2)) checker.check(node, call.inner);
      return checker.getType(type);
    },
    evaluate(evaluator: Evaluator, call: Macro, scope: Scope) {
      return collect(pairsOf(evaluator.run(receiver, scope)), (node, [key, value]) => {
        const outer = (call.outer as Scope).reuse(scope).setIterValue(key, evaluator);
        return evaluator.run(args[node] as Node, (call.inner as Scope).reuse(outer).setIterValue(value, evaluator));
      });
    },
  });
}

function nameOf(node: Node | undefined): string {
  if (node?.op !== 'id') throw new Error('the first two arguments name variables');
  return node.args as string;
}

function pairsOf(value: unknown): Pair[] {
  if (Array.isArray(value)) return value.map((item, i) => [BigInt(i), item]);
  if (value instanceof Map) return [...value];
  return Object.entries((value ?? {}) as object);
}
