import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type Fields, isMap, listAt, mapAt } from '../fields';
import type { BackendRef } from '../gateway/shapes';
import { memo } from '../memo';
import { policiesOf } from './policies';
import { ENVOY_PROXY } from './settings';

/** A service that Envoy itself asks: for logins, keys, to change requests, or to send logs and traces to. */
export interface ServiceBackend {
  /** The policy or EnvoyProxy that names it. */
  readonly owner: Entry;
  readonly ref: BackendRef;
  /** Where it stands. */
  readonly at: string;
}

/** Every such service that a policy or an EnvoyProxy names. */
export const serviceBackendsOf = memo((cluster): readonly ServiceBackend[] => [
  ...ofPolicies(cluster),
  ...ofProxies(cluster),
]);

function* ofPolicies(cluster: ClusterView): Iterable<ServiceBackend> {
  for (const { policy, spec } of policiesOf(cluster, 'SecurityPolicy')) {
    const extAuth = mapAt(spec, 'extAuth');
    for (const protocol of ['http', 'grpc']) {
      yield* refsOf(policy, mapAt(extAuth, protocol), `spec.extAuth.${protocol}`);
    }
    yield* refsOf(policy, mapAt(mapAt(spec, 'oidc'), 'provider'), 'spec.oidc.provider');
    for (const [i, provider] of listAt(mapAt(spec, 'jwt'), 'providers').entries()) {
      const remote = isMap(provider) ? mapAt(provider, 'remoteJWKS') : undefined;
      yield* refsOf(policy, remote, `spec.jwt.providers[${i}].remoteJWKS`);
    }
  }
  for (const { policy, spec } of policiesOf(cluster, 'EnvoyExtensionPolicy')) {
    for (const [i, processor] of listAt(spec, 'extProc').entries()) {
      if (isMap(processor)) yield* refsOf(policy, processor, `spec.extProc[${i}]`);
    }
  }
}

function* ofProxies(cluster: ClusterView): Iterable<ServiceBackend> {
  for (const proxy of cluster.ofKind(ENVOY_PROXY)) {
    const telemetry = mapAt(mapAt(proxy.object, 'spec'), 'telemetry');
    yield* refsOf(proxy, mapAt(mapAt(telemetry, 'tracing'), 'provider'), 'spec.telemetry.tracing.provider');
    for (const [i, setting] of listAt(mapAt(telemetry, 'accessLog'), 'settings').entries()) {
      if (!isMap(setting)) continue;
      const at = `spec.telemetry.accessLog.settings[${i}]`;
      yield* ofSinks(proxy, listAt(setting, 'sinks'), at, ['als', 'openTelemetry']);
    }
    yield* ofSinks(proxy, listAt(mapAt(telemetry, 'metrics'), 'sinks'), 'spec.telemetry.metrics', ['openTelemetry']);
  }
}

function* ofSinks(owner: Entry, sinks: readonly unknown[], at: string, kinds: readonly string[]) {
  for (const [i, sink] of sinks.entries()) {
    for (const kind of kinds) {
      if (isMap(sink)) yield* refsOf(owner, mapAt(sink, kind), `${at}.sinks[${i}].${kind}`);
    }
  }
}

function* refsOf(owner: Entry, fields: Fields | undefined, at: string): Iterable<ServiceBackend> {
  const single = mapAt(fields, 'backendRef');
  if (single) yield { owner, ref: single, at: `${at}.backendRef` };
  for (const [i, ref] of listAt(fields, 'backendRefs').entries()) {
    if (isMap(ref)) yield { owner, ref, at: `${at}.backendRefs[${i}]` };
  }
}
