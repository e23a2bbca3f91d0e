import { Construct } from 'constructs';
import { clusterOf } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, ProjectKeep } from '../../fleet/model';
import { DNS_LABEL, toDnsLabel } from '../../fleet/names';
import { report } from '../../fleet/report';
import type { AppProjectSpecRoles, AppProjectSpecSyncWindows } from '../../imports/argoproj.io';
import { BOOTSTRAP_PROJECT } from './bootstrap-project';

export interface AppProjectProps {
  /** What the applications in it have in common. */
  readonly description: string;
  /** Who may do what, beside Argo CD's own RBAC. @default - no roles */
  readonly roles?: readonly AppProjectSpecRoles[];
  /** When syncs may run. @default - always */
  readonly syncWindows?: readonly AppProjectSpecSyncWindows[];
  /**
   * Kinds and namespaces that stay allowed for one more commit after their last object was taken out: Argo CD prunes
   * only what the project still allows.
   * @default - exactly what the applications use
   */
  readonly keep?: ProjectKeep;
}

/**
 * An Argo CD AppProject: what its applications may read, and what they may write where. The allow-lists follow
 * from what the applications contain, so they are as narrow as can be and never forgotten.
 */
export class AppProject extends Construct implements AppProjectModel {
  readonly cluster: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly roles: readonly AppProjectSpecRoles[];
  readonly syncWindows: readonly AppProjectSpecSyncWindows[];
  readonly keep: ProjectKeep;

  constructor(scope: Cluster, id: string, props: AppProjectProps) {
    super(scope, `project-${id}`);
    const cluster = clusterOf(this);
    this.cluster = cluster.name;
    this.name = id;
    this.path = this.node.path;
    this.description = props.description;
    this.roles = props.roles ?? [];
    this.syncWindows = props.syncWindows ?? [];
    this.keep = props.keep ?? {};
    cluster.projects.push(this);
    if (id === BOOTSTRAP_PROJECT) {
      report(this, {
        rule: 'argocd/project-name',
        message: `"${id}" is the name of the roots' own AppProject.`,
        effect: 'It would replace that project, and no root could sync any more.',
        fix: 'Give the project another name.',
      });
    }
    if (!DNS_LABEL.test(id)) {
      report(this, {
        rule: 'argocd/project-name',
        message: `"${id}" is no name for an AppProject.`,
        effect: 'The API server refuses it, and every application in it stays Unknown.',
        fix: `Use lower-case letters, digits and dashes: "${toDnsLabel(id)}".`,
      });
    }
  }
}
