import type { CrdSource } from '../../cli/import/crd-source';

/** Gatekeeper's templates, for `npm run import`. The kinds of constraints come from templates, and have no file. */
export const crds: CrdSource = {
  system: 'gatekeeper',
  repository: 'open-policy-agent/gatekeeper',
  tag: 'v3.23.0',
  files: {
    'constrainttemplates.templates.gatekeeper.sh':
      'charts/gatekeeper/crds/constrainttemplate-customresourcedefinition.yaml',
  },
  versions: { 'constrainttemplates.templates.gatekeeper.sh': ['v1'] },
};
