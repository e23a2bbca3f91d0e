import type { Construct } from 'constructs';
import { callSite, withDeepStacks } from './call-site';
import { type Finding, FleetError, type Problem } from './finding';

/** Where a cluster keeps what its constructs reported. */
const FINDINGS = Symbol.for('fleet-manifests.findings');

/** A root construct that collects findings, so that all of them are told at once. */
export interface FindingCollector {
  [FINDINGS]: Finding[];
}

/** Where the cluster that is being made collects: what it reported before its constructor throws is not lost. */
let open: Finding[] | undefined;

/** Makes a root construct collect what is reported below it. */
export function collectFindings(root: Construct): void {
  Object.defineProperty(root, FINDINGS, { value: open ?? [] });
}

/** Runs what makes a cluster, and collects its findings in a list, also when it throws. */
export function collectingInto<T>(findings: Finding[], make: () => T): T {
  const outer = open;
  open = findings;
  try {
    return make();
  } finally {
    open = outer;
  }
}

/**
 * Says that a construct's props are wrong. Below a Cluster the finding is collected and the construct goes on
 * with what it has, so that one run tells all mistakes; anywhere else (a unit test of a construct) it is thrown.
 */
export function report(scope: Construct, problem: Problem): void {
  const root = scope.node.root as Construct & Partial<FindingCollector>;
  const location = withDeepStacks(() => callSite(new Error().stack));
  const path = [root.node.id || clusterName(root), scope.node.path].filter(Boolean).join('/');
  const finding: Finding = { severity: 'error', category: 'object', location, path, ...problem };
  const findings = root[FINDINGS];
  if (!findings) throw new FleetError([finding]);
  findings.push(finding);
}

function clusterName(root: Construct): string {
  return (root as Construct & { name?: string }).name ?? '';
}
