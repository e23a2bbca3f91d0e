import type { Environment } from '@marcbachmann/cel-js';
import ipaddr from 'ipaddr.js';

class Ip {
  constructor(readonly address: ipaddr.IPv4 | ipaddr.IPv6) {}
}
class Cidr {
  constructor(
    readonly address: ipaddr.IPv4 | ipaddr.IPv6,
    readonly bits: number,
  ) {}
}
class Url {
  constructor(readonly url: URL) {}
}

/**
 * Addresses and URLs. Source: Kubernetes v1.36, apiserver/pkg/cel/library/ip.go, cidr.go, urls.go.
 */
export function registerNetwork(environment: Environment): void {
  environment
    .registerType('IP', { ctor: Ip, fields: {} })
    .registerType('CIDR', { ctor: Cidr, fields: {} })
    .registerType('URL', { ctor: Url, fields: {} })
    .registerFunction('ip(string): IP', (text: string) => new Ip(ipaddr.parse(text)))
    .registerFunction('isIP(string): bool', (text: string) => ipaddr.isValid(text))
    .registerFunction('IP.family(): int', ({ address }: Ip) => (address.kind() === 'ipv4' ? 4n : 6n))
    .registerFunction('IP.isLoopback(): bool', ({ address }: Ip) => address.range() === 'loopback')
    .registerFunction('IP.isUnspecified(): bool', ({ address }: Ip) => address.range() === 'unspecified')
    .registerFunction('cidr(string): CIDR', cidr)
    .registerFunction('isCIDR(string): bool', (text: string) => ipaddr.isValidCIDR(text))
    .registerFunction('CIDR.prefixLength(): int', ({ bits }: Cidr) => BigInt(bits))
    .registerFunction('CIDR.ip(): IP', ({ address }: Cidr) => new Ip(address))
    .registerFunction('CIDR.containsIP(string): bool', (range: Cidr, text: string) => within(range, ipaddr.parse(text)))
    .registerFunction('CIDR.containsIP(IP): bool', (range: Cidr, { address }: Ip) => within(range, address))
    .registerFunction('CIDR.containsCIDR(string): bool', (range: Cidr, text: string) => covers(range, cidr(text)))
    .registerFunction('CIDR.containsCIDR(CIDR): bool', covers)
    .registerFunction('url(string): URL', (text: string) => new Url(new URL(text)))
    .registerFunction('isURL(string): bool', (text: string) => URL.canParse(text))
    .registerFunction('URL.getScheme(): string', ({ url }: Url) => url.protocol.replace(/:$/, ''))
    .registerFunction('URL.getHost(): string', ({ url }: Url) => url.host)
    .registerFunction('URL.getHostname(): string', ({ url }: Url) => url.hostname)
    .registerFunction('URL.getPort(): string', ({ url }: Url) => url.port)
    .registerFunction('URL.getEscapedPath(): string', ({ url }: Url) => url.pathname);
}

function cidr(text: string): Cidr {
  const [address, bits] = ipaddr.parseCIDR(text);
  return new Cidr(address, bits);
}

function within({ address, bits }: Cidr, other: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.kind() === other.kind() && (other as ipaddr.IPv4).match(address as ipaddr.IPv4, bits);
}

const covers = (outer: Cidr, inner: Cidr) => inner.bits >= outer.bits && within(outer, inner.address);
