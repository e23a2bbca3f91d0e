export type Profile = 'single-node' | 'production';

interface ProfileFacts {
  readonly spec: object;
  /** Whether the pool of Ceph's manager is written here too. */
  readonly managedMgrPool: boolean;
}

/** Requests that Rook does not warn below (see facts/rook.ts), and limits that a daemon is killed above. */
const RESOURCES = {
  mon: { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  mgr: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  // An OSD sizes its cache by its limit.
  osd: { requests: { cpu: '200m', memory: '2Gi' }, limits: { memory: '4Gi' } },
  crashcollector: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  exporter: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  logcollector: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '1Gi' } },
};

/** What follows from how many machines there are. Source: rook/rook v1.20.6, deploy/examples/cluster.yaml and cluster-test.yaml. */
export const PROFILES: Readonly<Record<Profile, ProfileFacts>> = {
  'single-node': {
    managedMgrPool: true,
    spec: {
      mon: { count: 1, allowMultiplePerNode: true },
      mgr: { count: 1, allowMultiplePerNode: true },
      // What one machine cannot mend is no warning.
      cephConfig: { global: { mon_warn_on_pool_no_redundancy: 'false', osd_pool_default_size: '2' } },
      // Where memory is short, what shares the node goes first.
      priorityClassNames: { all: 'system-node-critical', mgr: 'system-cluster-critical' },
      resources: RESOURCES,
    },
  },
  production: {
    managedMgrPool: false,
    spec: {
      mon: { count: 3, allowMultiplePerNode: false },
      mgr: { count: 2, allowMultiplePerNode: false },
      resources: RESOURCES,
      priorityClassNames: {
        mon: 'system-node-critical',
        osd: 'system-node-critical',
        mgr: 'system-cluster-critical',
      },
    },
  },
};
