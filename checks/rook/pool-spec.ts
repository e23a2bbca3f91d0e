import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, clusterIn, type Pool, poolsOf } from './shapes';

export const poolSpec: Rule = {
  id: 'rook/pool-spec',
  holds: 'a pool is replicated or erasure-coded, with numbers that Ceph takes',
  effect: 'The operator refuses the pool (phase Failure), or Ceph keeps one copy of the data.',
  source: 'Rook v1.20.6, pkg/operator/ceph/pool/validate.go: validatePoolSpec',
  check(cluster, report) {
    for (const found of poolsOf(cluster)) {
      const { entry, pool, at } = found;
      const stretched = Boolean(cephSpecOf(cluster, found)?.mon?.stretchCluster);
      for (const [what, fix, severity] of problemsOf(found, stretched)) {
        report(entry, { severity, message: `${describe(entry.object)}: ${where(found)} ${what}.`, fix, section: at });
      }
      const { mirroring } = pool;
      const say = (what: string, fix: string) =>
        report(entry, {
          message: `${describe(entry.object)}: ${where(found)} ${what}.`,
          fix,
          section: `${at}.mirroring`,
        });
      if (mirroring?.enabled && !mirroring.mode) say('is mirrored in no mode', 'mode: image or pool.');
      if ((mirroring?.snapshotSchedules ?? []).some(({ interval, startTime }) => startTime && !interval)) {
        say('has a snapshot schedule with a start and no interval', 'Say the interval: 24h.');
      }
    }
  },
};

function cephSpecOf(cluster: Parameters<Rule['check']>[0], { entry }: Pool) {
  const owner = clusterIn(cluster, entry.object.metadata.namespace);
  return owner && cephSpec(owner);
}

/** The pool as people name it. */
export const where = ({ role, at }: Pool) => (role === 'block' ? 'the pool' : `${at.slice('spec.'.length)}`);

type Problem = readonly [what: string, fix: string, severity: 'error' | 'warning'];

function* problemsOf({ pool, role }: Pool, stretched: boolean): Iterable<Problem> {
  const { replicated, erasureCoded } = pool;
  const pieces = erasureCoded ? [erasureCoded.dataChunks ?? 0, erasureCoded.codingChunks ?? 0] : [];
  const isCoded = pieces.some((count) => count > 0);
  const size = replicated?.size ?? 0;
  if (size > 0 && isCoded) yield ['is both replicated and erasure-coded', 'Take one away.', 'error'];
  if (size <= 0 && !isCoded) yield ['is neither replicated nor erasure-coded', '`replicated: { size: 3 }`.', 'error'];
  if (isCoded && (pieces[0] ?? 0) < 2) yield [`has ${pieces[0]} data chunks`, 'Two at least.', 'error'];
  if (isCoded && (pieces[1] ?? 0) < 1)
    yield ['has no coding chunk', 'One at least: else nothing may be lost.', 'error'];
  const halves = [erasureCoded?.crushNumFailureDomains, erasureCoded?.crushOSDsPerFailureDomain];
  if (halves.filter((half) => half !== undefined).length === 1)
    yield [
      'says one of crushNumFailureDomains and crushOSDsPerFailureDomain',
      'Say both: how many domains, and how many OSDs of each.',
      'error',
    ];
  if (isCoded && role === 'metadata') yield ['is erasure-coded, and holds metadata', 'Replicate it.', 'error'];
  if (size === 1) {
    // Rook's own default is true.
    if (replicated?.requireSafeReplicaSize === true) {
      yield [
        'keeps one copy, and is told to be safe',
        'Two copies at least, or requireSafeReplicaSize: false.',
        'error',
      ];
    }
  }
  const per = replicated?.replicasPerFailureDomain;
  if (per !== undefined && per > 0 && size > 0 && (per >= size || size % per !== 0)) {
    yield [
      `keeps ${per} of ${size} copies in each failure domain`,
      'A divisor of the size, and less than it.',
      'error',
    ];
  }
  if (replicated?.subFailureDomain && replicated.subFailureDomain === (pool.failureDomain ?? 'host')) {
    yield [
      `has the subFailureDomain "${replicated.subFailureDomain}", which is its failureDomain`,
      'A smaller one: host.',
      'error',
    ];
  }
  if (stretched && isCoded) yield ['is erasure-coded in a stretched cluster', '`replicated: { size: 4 }`.', 'error'];
  if (stretched && size > 0 && size !== 4)
    yield [`keeps ${size} copies in a stretched cluster`, 'Four: two at each site.', 'error'];
  const mode = pool.parameters?.['compression_mode'];
  if (mode !== undefined && !['none', 'passive', 'aggressive', 'force'].includes(mode)) {
    yield [`has the compression_mode "${mode}"`, 'none, passive, aggressive or force.', 'error'];
  }
}
