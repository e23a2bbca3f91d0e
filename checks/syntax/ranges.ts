import { type IPv4, type IPv6, isValid, isValidCIDR, parse, parseCIDR } from 'ipaddr.js';

/** Addresses from one to another, as numbers that compare. */
export interface Range {
  readonly kind: 'ipv4' | 'ipv6';
  readonly first: bigint;
  readonly last: bigint;
}

/** A pool's entry: a network (`10.64.0.0/24`) or a range (`192.168.1.240-192.168.1.250`); undefined where it is neither. */
export function rangeOf(text: string): Range | undefined {
  if (isNetwork(text)) {
    const [address, length] = parseCIDR(text);
    const bits = BigInt((address.kind() === 'ipv4' ? 32 : 128) - length);
    const first = (numberOf(address) >> bits) << bits;
    return { kind: address.kind(), first, last: first + (1n << bits) - 1n };
  }
  const [from = '', to = '', more] = text.split('-').map((part) => part.trim());
  if (more !== undefined || !isValid(from) || !isValid(to)) return undefined;
  const [first, last] = [parse(from), parse(to)];
  if (first.kind() !== last.kind() || numberOf(first) > numberOf(last)) return undefined;
  return { kind: first.kind(), first: numberOf(first), last: numberOf(last) };
}

/** Go reads no short forms: `10.64.0/24` is none. */
const isNetwork = (text: string) => isValidCIDR(text) && (text.includes(':') || text.split('.').length === 4);

export function overlap(a: Range, b: Range): boolean {
  return a.kind === b.kind && a.first <= b.last && b.first <= a.last;
}

/** The prefix of the largest network that a range is put together from. */
export function largestNetwork({ kind, first, last }: Range): number {
  const width = kind === 'ipv4' ? 32 : 128;
  let least = width;
  for (let at = first; at <= last; ) {
    let bits = 0;
    while (bits < width && (at >> BigInt(bits)) % 2n === 0n && at + (1n << BigInt(bits + 1)) - 1n <= last) bits++;
    least = Math.min(least, width - bits);
    at += 1n << BigInt(bits);
  }
  return least;
}

/** Whether all of a range is in another. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.kind === inner.kind && outer.first <= inner.first && inner.last <= outer.last;
}

/** A network as it is written; undefined where it is none. */
export function networkOf(text: string): Network | undefined {
  if (!isNetwork(text)) return undefined;
  const range = rangeOf(text);
  return range && { ...range, isCanonical: numberOf(parseCIDR(text)[0]) === range.first };
}

export interface Network extends Range {
  /** Whether the address is the network's first. */
  readonly isCanonical: boolean;
}

/** Whether a single address lies in a range. */
export function contains(range: Range, address: string): boolean {
  if (!isValid(address)) return false;
  const parsed = parse(address);
  const number = numberOf(parsed);
  return parsed.kind() === range.kind && range.first <= number && number <= range.last;
}

function numberOf(address: IPv4 | IPv6): bigint {
  return address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
