/** The Argo CD that syncs a cluster: its own, or a hub's. */
export interface ArgoCdInstance {
  /** The namespace that its Applications live in. */
  readonly namespace: string;
  /** What the names of Applications and AppProjects begin with: empty, or the cluster's name on a hub. */
  readonly prefix: string;
  /** How Applications address the cluster. */
  readonly destination: { readonly server: string } | { readonly name: string };
}
