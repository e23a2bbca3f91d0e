import { Undecidable, undecidableIn } from '../verdict';
import { inDialect } from './dialect';
import { celEnvironment } from './environment';

/** A compiled expression. */
type Program = (variables: Record<string, unknown>) => unknown;

const programs = new Map<string, Program | Error>();

/** An expression that cannot be compiled. */
export class CelSyntaxError extends Error {}

/** Compiles an expression, once. @throws CelSyntaxError */
export function compile(expression: string): Program {
  let program = programs.get(expression);
  if (program === undefined) {
    try {
      program = celEnvironment().parse(inDialect(expression)) as Program;
    } catch (error) {
      program = new CelSyntaxError(summary(error));
    }
    programs.set(expression, program);
  }
  if (program instanceof Error) throw program;
  return program;
}

/** An expression's value, or the error that it ends in. @throws Undecidable */
export function evaluate(
  expression: string,
  variables: Record<string, unknown>,
): { value: unknown } | { error: string } {
  try {
    return { value: compile(expression)(variables) };
  } catch (error) {
    const reason = undecidableIn(error);
    if (reason !== undefined) throw new Undecidable(reason);
    const { code = '' } = error as { code?: string };
    if (error instanceof CelSyntaxError || NOT_UNDERSTOOD.includes(code)) {
      throw new Undecidable(`has an expression that is not understood here: ${summary(error)}`);
    }
    return { error: summary(error) };
  }
}

const summary = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));

/** A function or variable that is missing here may well be there in the cluster. */
const NOT_UNDERSTOOD = ['no_matching_overload', 'unknown_variable', 'invalid_macro_argument'];
