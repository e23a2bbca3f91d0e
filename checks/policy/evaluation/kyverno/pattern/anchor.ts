/** What a key in brackets asks for: `(image)`, `=(hostPath)`, `^(containers)`, `X(hostIPC)`, `<(emptyDir)`, `+(label)`. */
export type AnchorKind = 'condition' | 'equality' | 'existence' | 'negation' | 'global' | 'add';

const KINDS: Readonly<Record<string, AnchorKind>> = {
  '': 'condition',
  '=': 'equality',
  '^': 'existence',
  X: 'negation',
  '<': 'global',
  '+': 'add',
};

export interface Anchor {
  readonly kind: AnchorKind | undefined;
  /** The key without its anchor. */
  readonly key: string;
  /** Puts the anchor around another key. */
  readonly prefix: string;
}

/** Reads a key of a pattern. */
export function anchorOf(key: string): Anchor {
  const match = /^([=^X<+]?)\((.+)\)$/s.exec(key);
  return match
    ? { kind: KINDS[match[1] ?? ''], key: match[2] ?? '', prefix: match[1] ?? '' }
    : { kind: undefined, key, prefix: '' };
}
