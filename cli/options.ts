import { didYouMean } from '../fleet/did-you-mean';

/** What `parseArgs` refused, in one line for the person who typed it; undefined for any other error. */
export function optionProblem(error: unknown, known: readonly string[]): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code?.startsWith('ERR_PARSE_ARGS')) return undefined;
  const option = /^Unknown option '([^']+)'/.exec(message)?.[1];
  return option ? `Unknown option ${option}.${didYouMean(option, known)}` : message;
}
