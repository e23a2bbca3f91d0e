import { didYouMean } from '../../fleet/did-you-mean';
import {
  EXTERNAL_KINDS,
  type ExternalKind,
  type Externals,
  externalProblem,
  externalsOf,
  joinExternals,
} from '../../fleet/externals';

/**
 * What `--external KIND/NAME=REASON` declares.
 * @param isFolder whether paths are checked: a cluster declares its own in its file
 * @throws Error with one line for the person who typed it
 */
export function readExternals(declared: readonly string[], isFolder: boolean): Externals {
  if (declared.length > 0 && !isFolder) {
    throw new Error('--external is for a PATH: a cluster declares what is there in its file, `this.external(…)`.');
  }
  return declared.map(readOne).reduce((all, one) => joinExternals(all, one), {});
}

function readOne(text: string): Externals {
  const [, kind = '', name = '', reason = ''] = /^([^/=]+)\/([^=]+)=?(.*)$/.exec(text) ?? [];
  const problem = kind ? externalProblem(kind, name, reason) : 'it is not KIND/NAME=REASON';
  if (!problem) return externalsOf(kind as ExternalKind, name);
  const known = EXTERNAL_KINDS.includes(kind as ExternalKind) ? '' : didYouMean(kind, EXTERNAL_KINDS);
  throw new Error(`--external ${text}: ${problem}.${known}`);
}
