import type { CrdSource } from '../../cli/import/crd-source';

/** Argo CD's own kinds, for `npm run import`. */
export const crds: CrdSource = {
  system: 'argo-cd',
  repository: 'argoproj/argo-cd',
  tag: 'v3.5.1',
  files: {
    'applications.argoproj.io': 'manifests/crds/application-crd.yaml',
    'applicationsets.argoproj.io': 'manifests/crds/applicationset-crd.yaml',
    'appprojects.argoproj.io': 'manifests/crds/appproject-crd.yaml',
  },
  // A generator may hold generators, and each repeats the whole Application template: 3.5 MB of types for a
  // recursion that this project does not write.
  cut: {
    'applicationsets.argoproj.io': [
      'spec.generators[].matrix',
      'spec.generators[].merge',
      'spec.generators[].*.template',
      'spec.generators[].clusterDecisionResource',
      'spec.generators[].plugin',
      'spec.generators[].pullRequest',
      'spec.generators[].scmProvider',
      'operation',
      'status',
    ],
    'applications.argoproj.io': ['operation', 'status'],
    'appprojects.argoproj.io': ['status'],
  },
};
