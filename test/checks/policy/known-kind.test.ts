import { CEL, CLASSIC, celPolicy, clusterPolicy, object } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const of = (apiGroups: string[], resources: string[]) => ({
  matchConstraints: { resourceRules: [{ apiGroups, apiVersions: ['v1'], operations: ['CREATE'], resources }] },
  validationActions: ['Audit'],
});
const kinds = (...names: string[]) =>
  clusterPolicy([{ match: { any: [{ resources: { kinds: names } }] }, validate: NAMED }]);

const NAMED = { message: 'Say a name.', failureAction: 'Audit', pattern: { metadata: { name: '?*' } } };

testRule(
  'policy/known-kind',
  {
    wrong: [
      [
        'in the singular',
        celPolicy(of([''], ['pod'])),
        'is for "pod" of the group "", which there is not. Did you mean "pods"?',
      ],
      ['with a capital', celPolicy(of(['apps'], ['Deployments'])), 'Did you mean "deployments"?'],
      ['of another group', celPolicy(of([''], ['deployments'])), 'Did you mean the group "apps"?'],
      [
        'a group with its version',
        celPolicy(of(['apps/v1'], ['deployments'])),
        'the group "apps/v1", which there is not. Did you mean "apps"?',
      ],
      [
        'classic, misspelt',
        kinds('Deploymnt'),
        'is for the kind "Deploymnt", which there is not. Did you mean "Deployment"?',
      ],
    ],
    right: {
      'as they are': celPolicy(of(['', 'apps'], ['pods', 'deployments', 'pods/exec'])),
      'of a group that is not known here': celPolicy(of(['example.com'], ['widgets'])),
      all: celPolicy(of(['*'], ['*'])),
      'classic, with version, wildcard and subresource': kinds('apps/v1/Deployment', '*', 'Pod/exec', 'Widget'),
      'a kind of a cluster': object('v1', 'ConfigMap', 'a', { data: {} }),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);
