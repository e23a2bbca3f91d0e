import { distance } from 'fastest-levenshtein';

/** The known name that is closest to a wrong one, if one is close enough to be meant. */
export function closest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // One slip in two letters, two in a short name, a third of a long one.
  let least = (name.length < 3 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of known) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      best = candidate;
      least = d;
    }
  }
  return best;
}

/** ` Did you mean "x"?`, or what there is, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  const close = closest(name, names);
  if (close !== undefined) return ` Did you mean "${close}"?`;
  if (names.length === 0) return '';
  const shown = names.slice(0, 8).join(', ');
  return ` There ${names.length === 1 ? 'is' : 'are'}: ${shown}${names.length > 8 ? ', …' : ''}.`;
}

/** What is wrong as a sentence, with what `didYouMean` added after it. */
export function sentence(what: string): string {
  const added = / (?:Did you mean "[^"]+"\?|There (?:is|are): .+\.)$/.exec(what);
  return added ? `${what.slice(0, added.index)}.${added[0]}` : `${what}.`;
}
