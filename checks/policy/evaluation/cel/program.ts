import { Undecidable, undecidableIn } from '../verdict';
import { inDialect } from './dialect';
import { celEnvironment } from './environment';

/** A compiled expression. */
type Program = (variables: Record<string, unknown>) => unknown;

const programs = new Map<string, Program | Undecidable>();

/** Compiles an expression, once. @throws Undecidable for one that is not understood here */
function compile(expression: string): Program {
  let program = programs.get(expression);
  if (program === undefined) {
    const environment = celEnvironment();
    try {
      program = environment.parse(inDialect(expression)) as Program;
    } catch (error) {
      program = notUnderstood(error);
    }
    programs.set(expression, program);
  }
  if (program instanceof Undecidable) throw program;
  return program;
}

/** An expression's value, or the error that it ends in. @throws Undecidable */
export function evaluate(
  expression: string,
  variables: Record<string, unknown>,
): { value: unknown } | { error: string } {
  const program = compile(expression);
  try {
    return { value: program(variables) };
  } catch (error) {
    const reason = undecidableIn(error);
    if (reason !== undefined) throw new Undecidable(reason);
    if (NOT_UNDERSTOOD.includes((error as { code?: string }).code ?? '')) throw notUnderstood(error);
    return { error: summary(error) };
  }
}

const notUnderstood = (error: unknown) =>
  new Undecidable(`has an expression that is not understood here: ${summary(error)}`);

const summary = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));

/** A function or variable that is missing here may well be there in the cluster. */
const NOT_UNDERSTOOD = ['no_matching_overload', 'unknown_variable', 'invalid_macro_argument'];

/** Why an expression is none; undefined for one that parses. Whether its functions are there shows when it is evaluated. */
export function syntaxProblem(expression: string): string | undefined {
  try {
    compile(expression);
    return undefined;
  } catch (error) {
    return summary(error).replace(/^has an expression that is not understood here: /, '');
  }
}
