import type { Finding } from '../finding';
import type { ClusterModel, Entry } from '../model';
import { writeDefaults } from './api-defaults';
import { applicationObject } from './applications';
import { graphOf } from './graph';
import { orderObjects } from './object-waves';
import { projectObject } from './projects';
import { protect } from './protection';

/** What follows from a cluster's finished objects. */
export interface Derived {
  /** Applications and AppProjects, for `app-of-apps/`. */
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/**
 * Derives what Argo CD needs: the Application and AppProject objects, waves, sync options and protection. It looks
 * at finished objects only, after patches and lazy values, and adds annotations to them.
 */
export function derive(model: ClusterModel): Derived {
  const { argocd } = model;
  if (!argocd) {
    if (model.applications.length === 0) return { entries: [], findings: [] };
    return { entries: [], findings: [noArgoCd(model)] };
  }
  const graph = graphOf(model);
  const findings = [...graph.findings];
  for (const application of model.applications) {
    writeDefaults(application);
    protect(application);
    findings.push(...orderObjects(application, model.name));
  }
  const used = new Set(model.applications.map((a) => a.project));
  const entries = [
    ...model.projects.filter((p) => used.has(p.name)).map((p) => projectObject(p, model, argocd, graph)),
    ...model.applications.map((a) => applicationObject(a, model, argocd, graph)),
  ];
  return { entries, findings };
}

function noArgoCd(model: ClusterModel): Finding {
  return {
    rule: 'argocd/no-instance',
    severity: 'error',
    category: 'reference',
    cluster: model.name,
    path: model.name,
    message: `Cluster ${model.name} has applications, but no Argo CD syncs it.`,
    effect: 'Nothing would ever be applied.',
    fix: "Create an ArgoCd in the cluster, or name the hub that syncs it: `hub: { cluster: '…' }`.",
  };
}
