import ipaddr from 'ipaddr.js';

/** A range of addresses. */
export interface Cidr {
  readonly text: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly bits: number;
  readonly bytes: readonly number[];
}

/** Reads a range; undefined for what is none. */
export function cidrOf(text: string): Cidr | undefined {
  if (!ipaddr.isValidCIDR(text)) return undefined;
  const [address, bits] = ipaddr.parseCIDR(text);
  return { text, family: address.kind() === 'ipv4' ? 'IPv4' : 'IPv6', bits, bytes: address.toByteArray() };
}

/** Whether the bits behind the mask are zero. */
export function isCanonical({ bytes, bits }: Cidr): boolean {
  return bytes.every((byte, index) => (byte & (0xff >> Math.min(8, Math.max(0, bits - index * 8)))) === 0);
}

/** Whether all of a range is in another. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.bits <= inner.bits && samePrefix(outer, inner, outer.bits);
}

export function overlap(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

function samePrefix(a: Cidr, b: Cidr, bits: number): boolean {
  return a.bytes.every((byte, index) => {
    const mask = 0xff & ~(0xff >> Math.min(8, Math.max(0, bits - index * 8)));
    return (byte & mask) === ((b.bytes[index] ?? 0) & mask);
  });
}
