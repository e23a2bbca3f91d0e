import { isValidCIDR } from 'ipaddr.js';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { policyTargetsOf } from './policies';

interface Spec {
  readonly mergeType?: string;
  readonly authorization?: {
    readonly rules?: readonly { readonly principal?: { readonly clientCIDRs?: readonly string[] } }[];
  };
  readonly proxyProtocol?: object;
  readonly enableProxyProtocol?: boolean;
  readonly clientIPDetection?: { readonly xForwardedFor?: object };
  readonly healthCheck?: { readonly active?: object };
  readonly [feature: string]: unknown;
}

export const policyFit: Rule = {
  id: 'envoy-gateway/policy-fit',
  holds: 'a policy asks nothing that its target’s protocol cannot do',
  effect: 'The policy is Invalid, or a part of it does nothing, and nothing reports it.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi: securitypolicy.go, backendtrafficpolicy.go; config/crd',
  check(cluster, report) {
    for (const { policy, ref } of policyTargetsOf(cluster)) {
      const spec = (policy.object['spec'] ?? {}) as Spec;
      for (const [text, fix, field] of problemsOf(policy.object.kind, ref.kind ?? '', spec)) {
        // Some backends take such a question; what is not done over UDP keeps nothing else from being done.
        const severity = ['healthCheck.active', 'proxyProtocol'].includes(field) ? 'warning' : undefined;
        report(policy, { severity, message: `${describe(policy.object)} ${text}.`, fix, section: `spec.${field}` });
      }
    }
  },
};

const HTTP_ONLY = ['rateLimit', 'retry', 'faultInjection', 'http2', 'compressor', 'responseOverride'];
/** What a SecurityPolicy asks of requests. */
export const HTTP_LOGINS = ['basicAuth', 'jwt', 'oidc', 'cors', 'apiKeyAuth', 'extAuth', 'csrf'];

function* problemsOf(policy: string, target: string, spec: Spec): Iterable<readonly [string, string, string]> {
  const stream = ['TCPRoute', 'TLSRoute', 'UDPRoute'].includes(target);
  if (spec.mergeType !== undefined && ['Gateway', 'ListenerSet'].includes(target)) {
    yield [
      `merges, and is for a ${target}`,
      'Only a route’s policy can merge with another: take `mergeType` away.',
      'mergeType',
    ];
  }
  if (policy === 'SecurityPolicy') {
    for (const field of stream ? HTTP_LOGINS.filter((name) => spec[name] !== undefined) : []) {
      yield [
        `asks for ${field}, and is for a ${target}`,
        'A stream has no requests: only `authorization` by clientCIDRs can be judged.',
        field,
      ];
    }
    for (const { principal } of spec.authorization?.rules ?? []) {
      if (stream && !principal?.clientCIDRs)
        yield [
          `has a rule without clientCIDRs, and is for a ${target}`,
          'A stream has only addresses.',
          'authorization',
        ];
      for (const text of principal?.clientCIDRs ?? []) {
        if (!isValidCIDR(text))
          yield [
            `lets "${text}" in or out, which is no CIDR`,
            text.includes('/') ? 'Write a network: "10.0.0.0/8".' : `Write "${text}/32".`,
            'authorization',
          ];
      }
    }
  }
  if (policy === 'BackendTrafficPolicy') {
    for (const field of stream ? HTTP_ONLY.filter((name) => spec[name] !== undefined) : []) {
      yield [`says ${field}, and is for a ${target}`, 'Only HTTP has it: take it away.', field];
    }
    if (target === 'UDPRoute' && spec.proxyProtocol)
      yield ['sends the PROXY protocol over UDP', 'Envoy leaves it out: take it away.', 'proxyProtocol'];
    if (spec.proxyProtocol && spec.healthCheck?.active) {
      yield [
        'asks backends by itself, and sends the PROXY protocol',
        'Such a question has no client’s address, and backends close it: leave the active check out.',
        'healthCheck.active',
      ];
    }
  }
  if (
    policy === 'ClientTrafficPolicy' &&
    (spec.proxyProtocol || spec.enableProxyProtocol) &&
    spec.clientIPDetection?.xForwardedFor
  ) {
    yield [
      'reads clients’ addresses from the PROXY protocol and from X-Forwarded-For',
      'Keep one: with both Envoy believes the header that the client sends.',
      'clientIPDetection',
    ];
  }
}
