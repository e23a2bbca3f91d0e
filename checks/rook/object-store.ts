import { BLOCK_POOL, OBJECT_STORE, ROOK_GROUP, STORE_NAME_LENGTH } from '../../facts/rook';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { isDnsSubdomain } from '../../fleet/names';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import type { PoolShape } from './shapes';

interface Placement {
  readonly name?: string;
  readonly default?: boolean;
  readonly metadataPoolName?: string;
  readonly dataPoolName?: string;
  readonly storageClasses?: readonly { readonly name?: string; readonly dataPoolName?: string }[];
}

interface StoreSpec {
  readonly metadataPool?: PoolShape;
  readonly dataPool?: PoolShape;
  readonly sharedPools?: {
    readonly metadataPoolName?: string;
    readonly dataPoolName?: string;
    readonly poolPlacements?: readonly Placement[];
  };
  readonly zone?: { readonly name?: string };
  readonly defaultRealm?: boolean;
  readonly gateway?: {
    readonly port?: number;
    readonly securePort?: number;
    readonly sslCertificateRef?: string;
    readonly externalRgwEndpoints?: readonly object[];
    readonly service?: { readonly annotations?: Readonly<Record<string, string>> };
  };
  readonly hosting?: {
    readonly dnsNames?: readonly string[];
    readonly advertiseEndpoint?: { readonly dnsName?: string };
  };
}

export const objectStore: Rule = {
  id: 'rook/object-store',
  holds: 'an object store has a name, a port, pools and a zone that Rook takes',
  effect: 'The operator refuses the store, or its gateways have no port to listen at.',
  source: 'Rook v1.20.6, pkg/operator/ceph/object: validateStore, shared_pools.go; pkg/apis/ceph.rook.io/v1/object.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind(OBJECT_STORE)) {
      const spec = specOf<StoreSpec>(entry);
      const { name } = entry.object.metadata;
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${sentence(what)}`, fix, section });
      if (name.length > STORE_NAME_LENGTH) {
        say(
          `has a name of ${name.length} characters`,
          `At most ${STORE_NAME_LENGTH}: Ceph makes longer ones from it.`,
          'metadata.name',
        );
      }
      checkGateway(spec, say);
      checkZone(cluster, entry, spec, say);
      checkPools(cluster, entry, spec, say);
      for (const host of [...(spec.hosting?.dnsNames ?? []), spec.hosting?.advertiseEndpoint?.dnsName ?? 'ok']) {
        if (!isDnsSubdomain(host))
          say(`is known by "${host}", which is no DNS name`, 'Name a host without wildcards.', 'spec.hosting');
      }
    }
  },
};

type Say = (what: string, fix: string, section: string) => void;

function checkGateway({ gateway = {} }: StoreSpec, say: Say): void {
  if ((gateway.externalRgwEndpoints ?? []).length > 0) return;
  const certificate =
    gateway.sslCertificateRef ?? gateway.service?.annotations?.['service.beta.openshift.io/serving-cert-secret-name'];
  const secure = gateway.securePort && certificate;
  if (gateway.port || secure) return;
  const what = gateway.securePort ? 'has a securePort without a certificate, and no other port' : 'listens at no port';
  say(
    what,
    gateway.securePort ? 'Name the certificate: sslCertificateRef.' : '`gateway: { port: 80 }`.',
    'spec.gateway',
  );
}

function checkZone(cluster: ClusterView, entry: Entry, { zone, defaultRealm }: StoreSpec, say: Say): void {
  if (!zone?.name) return;
  if (defaultRealm) say('is of a zone, and the default realm', 'Take defaultRealm away.', 'spec.defaultRealm');
  const { namespace } = entry.object.metadata;
  const chain = ['Zone', 'ZoneGroup', 'Realm'] as const;
  let name: string | undefined = zone.name;
  for (const [i, level] of chain.entries()) {
    const kind = `${ROOK_GROUP}/CephObject${level}`;
    const found: Entry | undefined = name === undefined ? undefined : cluster.find(kind, namespace, name);
    if (!found) {
      say(
        `is of the ${level.toLowerCase()} "${name}", which nothing makes${didYouMean(name ?? '', cluster.names(kind, namespace))}`,
        'Create it in the namespace.',
        'spec.zone',
      );
      return;
    }
    const next = chain[i + 1];
    name = next && specOf<Record<string, string>>(found)[next === 'ZoneGroup' ? 'zoneGroup' : 'realm'];
    if (next && name === undefined) return;
  }
}

function checkPools(
  cluster: ClusterView,
  entry: Entry,
  { metadataPool, dataPool, sharedPools }: StoreSpec,
  say: Say,
): void {
  const own = (pool: PoolShape | undefined) => Boolean(pool?.replicated?.size || pool?.erasureCoded?.dataChunks);
  const at = 'spec.sharedPools';
  if (!sharedPools) return;
  if (own(metadataPool) && sharedPools.metadataPoolName)
    say('has a metadata pool of its own and a shared one', 'Keep one.', at);
  if (own(dataPool) && sharedPools.dataPoolName) say('has a data pool of its own and a shared one', 'Keep one.', at);
  const placements = sharedPools.poolPlacements ?? [];
  const names = [
    sharedPools.metadataPoolName,
    sharedPools.dataPoolName,
    ...placements.flatMap((p) => [
      p.metadataPoolName,
      p.dataPoolName,
      ...(p.storageClasses ?? []).map((c) => c.dataPoolName),
    ]),
  ];
  const { namespace } = entry.object.metadata;
  for (const name of new Set(names)) {
    if (!name || cluster.find(BLOCK_POOL, namespace, name)) continue;
    say(
      `shares the pool "${name}", which nothing makes${didYouMean(name, cluster.names(BLOCK_POOL, namespace))}`,
      'Create the CephBlockPool.',
      at,
    );
  }
  const defaults = placements.filter((p) => p.default);
  if (defaults.length > 1) say(`has ${defaults.length} default placements`, 'Mark one.', at);
  for (const placement of placements) {
    if (placement.name === 'default-placement' && defaults.length > 0 && !placement.default) {
      say('has a placement "default-placement" that is not the default', 'Give it another name.', at);
    }
    if ((placement.storageClasses ?? []).some(({ name }) => name === 'STANDARD')) {
      say('has a storage class STANDARD, which every placement has by itself', 'Give it another name.', at);
    }
  }
}
