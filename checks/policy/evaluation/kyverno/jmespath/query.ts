import { Undecidable } from '../../verdict';
import { registerFunctions } from './functions';

type Jmespath = typeof import('@jmespath-community/jmespath');
type Tree = ReturnType<Jmespath['compile']>;

let jmespath: Jmespath | undefined;
const trees = new Map<string, Tree>();

/** What an expression finds; null for nothing. @throws Undecidable for one that is not understood here */
export function query(expression: string, data: unknown): unknown {
  jmespath ??= load();
  try {
    let tree = trees.get(expression);
    if (tree === undefined) {
      tree = jmespath.compile(expression);
      trees.set(expression, tree);
    }
    return jmespath.TreeInterpreter.search(tree, data as never);
  } catch (error) {
    if (error instanceof Undecidable) throw error;
    if (/^Unknown function|syntax|Unexpected|token/i.test((error as Error).message)) {
      throw new Undecidable(
        `has the expression "${expression}", which is not understood here: ${(error as Error).message}`,
      );
    }
    throw error;
  }
}

function load(): Jmespath {
  // Few programs need it.
  const loaded = require('@jmespath-community/jmespath') as Jmespath;
  registerFunctions(loaded);
  return loaded;
}
