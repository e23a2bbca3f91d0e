/** What is wrong in the syntax of a CEL expression; undefined where nothing is. Names and types are not looked at. */
export function celProblem(expression: string): string | undefined {
  // Loaded only where there is an expression.
  const { parse } = require('@marcbachmann/cel-js') as typeof import('@marcbachmann/cel-js');
  try {
    parse(expression);
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}
