import { isIP } from 'node:net';
import { type FieldProblem, type Fields, mapAt, missing, oneOf, textAt } from '../fields';

/** Providers of DNS-01. */
const PROVIDERS = [
  ...['akamai', 'azureDNS', 'cloudDNS', 'cloudflare', 'route53', 'acmeDNS', 'digitalocean', 'rfc2136', 'webhook'],
];
/** What of a provider is a Secret's key that has to be named whole. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  akamai: ['accessTokenSecretRef', 'clientSecretSecretRef', 'clientTokenSecretRef'],
  acmeDNS: ['accountSecretRef'],
  digitalocean: ['tokenSecretRef'],
};
/** The same, where it is said at all. */
const OPTIONAL_SECRETS: Readonly<Record<string, readonly string[]>> = {
  azureDNS: ['clientSecretSecretRef'],
  cloudDNS: ['serviceAccountSecretRef'],
  cloudflare: ['apiKeySecretRef', 'apiTokenSecretRef'],
  route53: ['accessKeyIDSecretRef'],
};
/** Texts that a provider has to have. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  akamai: ['serviceConsumerDomain'],
  azureDNS: ['subscriptionID', 'resourceGroupName'],
  cloudDNS: ['project'],
  acmeDNS: ['host'],
  rfc2136: ['nameserver'],
  webhook: ['solverName'],
};
const TSIG = ['HMACMD5', 'HMACSHA1', 'HMACSHA256', 'HMACSHA512'];

/** What cert-manager's webhook refuses of a solver. */
export function* solverProblems(solver: Fields, at: string): Iterable<FieldProblem> {
  yield* oneOf(solver, at, ['http01', 'dns01']);
  const http = mapAt(solver, 'http01');
  if (http) {
    yield* oneOf(http, `${at}.http01`, ['ingress', 'gatewayHTTPRoute']);
    const ingress = mapAt(http, 'ingress') ?? {};
    const said = ['class', 'ingressClassName', 'name'].filter((key) => ingress[key] !== undefined);
    if (said.length > 1) {
      yield { at: `${at}.http01.ingress`, what: `says ${said.join(' and ')} of an Ingress`, fix: 'One of them.' };
    }
  }
  const dns = mapAt(solver, 'dns01');
  if (!dns) return;
  yield* oneOf(dns, `${at}.dns01`, PROVIDERS);
  for (const provider of PROVIDERS) {
    const settings = mapAt(dns, provider);
    if (settings) yield* ofProvider(provider, settings, `${at}.dns01.${provider}`);
  }
}

function* ofProvider(provider: string, settings: Fields, at: string): Iterable<FieldProblem> {
  yield* missing(settings, at, ...(REQUIRED[provider] ?? []));
  for (const key of SECRETS[provider] ?? []) yield* missing(mapAt(settings, key), `${at}.${key}`, 'name', 'key');
  for (const key of OPTIONAL_SECRETS[provider] ?? []) {
    if (settings[key] !== undefined) yield* missing(mapAt(settings, key), `${at}.${key}`, 'name', 'key');
  }
  if (provider === 'azureDNS') yield* ofAzure(settings, at);
  if (provider === 'cloudflare') {
    yield* oneOf(settings, at, ['apiKeySecretRef', 'apiTokenSecretRef']);
    if (settings['apiKeySecretRef'] !== undefined) yield* missing(settings, at, 'email');
  }
  if (provider === 'route53' && textAt(settings, 'accessKeyID') && settings['accessKeyIDSecretRef']) {
    yield { at, what: 'has two access keys for Route 53', fix: 'accessKeyID or accessKeyIDSecretRef.' };
  }
  if (provider === 'rfc2136') yield* ofRfc2136(settings, at);
}

/** A client with its secret and tenant, or a managed identity. */
function* ofAzure(azure: Fields, at: string): Iterable<FieldProblem> {
  const identity = mapAt(azure, 'managedIdentity');
  const isClient = textAt(azure, 'clientID') || textAt(azure, 'tenantID') || azure['clientSecretSecretRef'];
  if (isClient) {
    yield* missing(azure, at, 'clientID', 'tenantID');
    if (azure['clientSecretSecretRef'] === undefined) {
      yield { at: `${at}.clientSecretSecretRef`, what: 'lacks the client’s secret', fix: 'Say clientSecretSecretRef.' };
    }
    if (identity)
      yield { at: `${at}.managedIdentity`, what: 'has a client and a managed identity', fix: 'One of them.' };
    return;
  }
  const [client, resource, tenant] = ['clientID', 'resourceID', 'tenantID'].map((key) => textAt(identity, key));
  if (resource && (client || tenant)) {
    yield {
      at: `${at}.managedIdentity`,
      what: 'names its managed identity twice',
      fix: 'resourceID alone, or clientID.',
    };
  } else if (tenant && !client) {
    yield { at: `${at}.managedIdentity`, what: 'has a tenant without a client', fix: 'Say clientID.' };
  }
}

function* ofRfc2136(settings: Fields, at: string): Iterable<FieldProblem> {
  const nameserver = textAt(settings, 'nameserver');
  if (nameserver && !isNameserver(nameserver)) {
    yield {
      at: `${at}.nameserver`,
      what: `asks the name server "${nameserver}"`,
      fix: 'A host or an address, with a port: 192.0.2.1:53, [2001:db8::1]:53.',
    };
  }
  const algorithm = textAt(settings, 'tsigAlgorithm');
  if (algorithm && !TSIG.includes(algorithm.toUpperCase())) {
    yield { at: `${at}.tsigAlgorithm`, what: `has the algorithm "${algorithm}"`, fix: `One of ${TSIG.join(', ')}.` };
  }
  const secret = mapAt(settings, 'tsigSecretSecretRef');
  const isSecret = textAt(secret, 'name') !== '' && textAt(secret, 'key') !== '';
  if (textAt(settings, 'tsigKeyName')) yield* missing(secret, `${at}.tsigSecretSecretRef`, 'name', 'key');
  else if (isSecret) yield* missing(settings, at, 'tsigKeyName');
}

/** A host or an IPv4 address, or an IPv6 one in brackets; a port may follow. */
function isNameserver(text: string): boolean {
  const enclosed = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
  if (enclosed) return isIP(enclosed[1] ?? '') === 6;
  const [host = '', port, ...rest] = text.split(':');
  return host !== '' && rest.length === 0 && (port === undefined || /^\d*$/.test(port));
}
