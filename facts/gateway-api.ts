/** Gateway API: what each release and channel serves. Source: kubernetes-sigs/gateway-api v1.4.1, v1.5.1 and v1.6.1, config/crd. */

export const GATEWAY_API_VERSIONS = ['1.4', '1.5', '1.6'] as const;
export type GatewayApiVersion = (typeof GATEWAY_API_VERSIONS)[number];

export const GATEWAY_API_CHANNELS = ['standard', 'experimental'] as const;
export type GatewayApiChannel = (typeof GATEWAY_API_CHANNELS)[number];

/** The Gateway API that a cluster has. */
export interface GatewayApiFacts {
  readonly version: GatewayApiVersion;
  readonly channel: GatewayApiChannel;
}

/** What is written for a cluster that does not say, or says one that there is not. */
export const NEWEST_GATEWAY_API: GatewayApiFacts = { version: '1.6', channel: 'standard' };

/** False for a release or channel that there is not; the cluster is told so, and nothing else can be said of it. */
export function isKnownGatewayApi({ version, channel }: GatewayApiFacts): boolean {
  return GATEWAY_API_VERSIONS.includes(version) && GATEWAY_API_CHANNELS.includes(channel);
}

export const GATEWAY_API_GROUP = 'gateway.networking.k8s.io';

/** A kind's served versions, the one to write first, by channel and release; a release that is not listed has none. */
type Served = Readonly<Record<GatewayApiChannel, Readonly<Partial<Record<GatewayApiVersion, readonly string[]>>>>>;

const ALWAYS = (...versions: string[]): Served => {
  const releases = { '1.4': versions, '1.5': versions, '1.6': versions };
  return { standard: releases, experimental: releases };
};

const STREAM: Served = {
  standard: { '1.6': ['v1'] },
  experimental: { '1.4': ['v1alpha2'], '1.5': ['v1alpha2'], '1.6': ['v1', 'v1alpha2'] },
};

export const GATEWAY_API_KINDS = {
  GatewayClass: ALWAYS('v1', 'v1beta1'),
  Gateway: ALWAYS('v1', 'v1beta1'),
  HTTPRoute: ALWAYS('v1', 'v1beta1'),
  GRPCRoute: ALWAYS('v1'),
  TCPRoute: STREAM,
  UDPRoute: STREAM,
  TLSRoute: {
    standard: { '1.5': ['v1'], '1.6': ['v1'] },
    experimental: {
      '1.4': ['v1alpha3', 'v1alpha2'],
      '1.5': ['v1', 'v1alpha3', 'v1alpha2'],
      '1.6': ['v1', 'v1alpha3', 'v1alpha2'],
    },
  },
  ListenerSet: {
    standard: { '1.5': ['v1'], '1.6': ['v1'] },
    experimental: { '1.5': ['v1'], '1.6': ['v1'] },
  },
  // v1beta1 is the storage version of every release; v1 came with 1.5.
  ReferenceGrant: {
    standard: { '1.4': ['v1beta1'], '1.5': ['v1beta1', 'v1'], '1.6': ['v1beta1', 'v1'] },
    experimental: { '1.4': ['v1beta1'], '1.5': ['v1beta1', 'v1'], '1.6': ['v1beta1', 'v1'] },
  },
  BackendTLSPolicy: {
    standard: ALWAYS('v1').standard,
    experimental: ALWAYS('v1', 'v1alpha3').experimental,
  },
} as const satisfies Readonly<Record<string, Served>>;

export type GatewayApiKind = keyof typeof GATEWAY_API_KINDS;

export function isGatewayApiKind(kind: string): kind is GatewayApiKind {
  return Object.hasOwn(GATEWAY_API_KINDS, kind);
}

/** The versions of a kind that a cluster serves, the one to write first; none where it has no such kind. */
export function servedVersions(kind: GatewayApiKind, { version, channel }: GatewayApiFacts): readonly string[] {
  const served: Served = GATEWAY_API_KINDS[kind];
  return served[channel][version] ?? [];
}

/** The first release that has a kind in a channel. */
export function since(kind: GatewayApiKind, channel: GatewayApiChannel): GatewayApiVersion | undefined {
  const served: Served = GATEWAY_API_KINDS[kind];
  return GATEWAY_API_VERSIONS.find((version) => served[channel][version]);
}

/** A field that not every release and channel has. */
export interface GatedField {
  readonly kind: GatewayApiKind;
  /** Its path; `[]` stands for the items of a list. */
  readonly path: string;
  /** The first release that has it, by channel; missing where none has. */
  readonly since: Readonly<Partial<Record<GatewayApiChannel, GatewayApiVersion>>>;
}

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'] as const;

/** Fields that need a release or channel; all others are in every one. */
export const GATED_FIELDS: readonly GatedField[] = [
  { kind: 'Gateway', path: 'spec.allowedListeners', since: { standard: '1.5', experimental: '1.4' } },
  { kind: 'Gateway', path: 'spec.tls', since: { standard: '1.5', experimental: '1.4' } },
  { kind: 'Gateway', path: 'spec.defaultScope', since: { experimental: '1.4' } },
  ...ROUTES.map((kind) => ({ kind, path: 'spec.useDefaultGateways', since: { experimental: '1.4' } }) as const),
  { kind: 'HTTPRoute', path: 'spec.rules[].filters[].cors', since: { standard: '1.5', experimental: '1.4' } },
  {
    kind: 'HTTPRoute',
    path: 'spec.rules[].backendRefs[].filters[].cors',
    since: { standard: '1.5', experimental: '1.4' },
  },
  { kind: 'HTTPRoute', path: 'spec.rules[].filters[].externalAuth', since: { experimental: '1.4' } },
  { kind: 'HTTPRoute', path: 'spec.rules[].backendRefs[].filters[].externalAuth', since: { experimental: '1.4' } },
  { kind: 'HTTPRoute', path: 'spec.rules[].retry', since: { experimental: '1.4' } },
  { kind: 'HTTPRoute', path: 'spec.rules[].sessionPersistence', since: { experimental: '1.4' } },
  { kind: 'GRPCRoute', path: 'spec.rules[].sessionPersistence', since: { experimental: '1.4' } },
];

/** Redirect codes: 303, 307 and 308 came with 1.5. */
export const REDIRECT_CODES: Readonly<Record<GatewayApiVersion, readonly number[]>> = {
  '1.4': [301, 302],
  '1.5': [301, 302, 303, 307, 308],
  '1.6': [301, 302, 303, 307, 308],
};

/** How many annotations a Gateway's infrastructure may have. */
export const INFRASTRUCTURE_ANNOTATIONS: Readonly<Record<GatewayApiVersion, number>> = {
  '1.4': 8,
  '1.5': 8,
  '1.6': 16,
};
