import { check } from '../checks';
import { withoutConsequences } from '../checks/consequences';
import { type BackupSummary, backupSummary } from '../checks/velero/shared-locations';
import { emitArtefacts } from './artefact';
import { callSite } from './call-site';
import type { Cluster, SyncMode } from './cluster';
import { collect } from './collect';
import { derive } from './derive';
import { type Finding, FleetError } from './finding';
import type { Fleet } from './fleet';
import { type Files, layOut } from './layout';
import { locate } from './locate';
import { collectingInto } from './report';
import type { Verdict, Verdicts } from './verdicts';
import { applyWaivers } from './waivers';

/** A cluster, built: its files, and what is wrong with it. */
export interface BuiltCluster {
  readonly name: string;
  readonly files: Files;
  readonly findings: readonly Finding[];
  /** What waivers let pass. */
  readonly waived: readonly Finding[];
  /** The hub that syncs it, if it has no Argo CD of its own. */
  readonly hub?: string;
  /** The clusters that it syncs as a hub. */
  readonly members?: Cluster['members'];
  readonly summary?: ClusterSummary;
  /** What the rules found of it, for the next run. @default - nobody asked for it */
  readonly verdict?: Verdict | undefined;
}

/** What other clusters need to know of one. */
export interface ClusterSummary {
  readonly revision: string;
  readonly sync: SyncMode;
  /** The namespace of its Argo CD. */
  readonly namespace: string;
  /** The names of its Applications in Argo CD. */
  readonly applications: readonly string[];
  /** Where its backups are, and what they are called. */
  readonly backups: BackupSummary;
}

/** Makes a cluster anew; called again where a finding's place is looked for. */
export type ClusterFactory = (fleet: Fleet) => Cluster;

/**
 * Builds a cluster: construct tree → objects → derive → checks → files. It never throws for what a user wrote.
 * @param verdicts what an earlier run found. @default - every rule runs
 */
export function buildCluster(name: string, factory: ClusterFactory, fleet: Fleet, verdicts?: Verdicts): BuiltCluster {
  const findings: Finding[] = [];
  try {
    const cluster = collectingInto(findings, () => factory(fleet));
    const model = collect(cluster);
    const derived = derive(model);
    const entries = [...derived.entries, ...model.applications.flatMap((a) => a.objects)];
    findings.push(...derived.findings);
    let files: Files | undefined;
    let fingerprint: string | undefined;
    let told: readonly Finding[];
    try {
      files = layOut(model, derived.entries, findings);
      fingerprint = verdicts?.fingerprint(model, files);
    } finally {
      // What cannot be written does not keep the rules from telling of the rest.
      told = (fingerprint && verdicts?.find(name, fingerprint)) || check(model, entries);
      findings.push(...told);
    }
    emitArtefacts(cluster, files);
    const { kept, waived } = applyWaivers(findings, cluster.waivers, name);
    const { members, props, revision, sync, argocd } = cluster;
    const applications = cluster.applications.map((a) => `${argocd?.prefix ?? ''}${a.name}`);
    const backups = backupSummary(name, entries);
    const summary = { revision, sync, namespace: argocd?.namespace ?? '', applications, backups };
    return {
      ...{ name, files, waived, members, summary },
      findings: locate(withoutConsequences(kept), factory, fleet),
      hub: props.hub?.cluster,
      verdict: fingerprint === undefined ? undefined : { fingerprint, findings: told },
    };
  } catch (error) {
    return { name, files: new Map(), findings: [...findings, ...thrown(error, name)], waived: [] };
  }
}

/** What a constructor threw, as findings: a mistake of the code rather than one that a construct reports. */
function thrown(error: unknown, name: string): readonly Finding[] {
  if (error instanceof FleetError) return error.findings.map((f) => ({ cluster: name, ...f }));
  return [exceptionFinding(error, name)];
}

/** An exception in the cluster's code, or in cdk8s. */
export function exceptionFinding(error: unknown, name: string): Finding {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    rule: 'fleet/exception',
    severity: 'error',
    category: 'object',
    cluster: name,
    path: name,
    location: callSite(stack),
    message: explain(message),
    effect: 'The cluster cannot be built, and what else is wrong in it is not told.',
    ...(error instanceof TypeError ? { fix: '`npm run types` may say which field is missing or misspelt.' } : {}),
  };
}

/** cdk8s' and constructs' own errors, in the terms of this project. */
function explain(message: string): string {
  if (message.startsWith('cannot find a parent chart')) {
    return 'An object was created directly in the cluster: objects belong to an Application, so pass one as the scope (`new ConfigMap(app, …)`).';
  }
  const twice = /^There is already a Construct with name '([^']+)' in (\S+)(?: \[([^\]]+)\])?/.exec(message);
  if (!twice) return message;
  return `The name "${twice[1]}" is used twice below ${twice[3] ? `"${twice[3]}"` : twice[2]}: two constructs in one scope need different ids.`;
}
