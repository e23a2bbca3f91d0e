import { CLASSIC, clusterPolicy, policy, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/overrides',
  {
    wrong: [
      [
        'of a Policy',
        policy([{ validate: { ...RULE.validate, failureActionOverrides: [{ action: 'Audit', namespaces: ['a'] }] } }]),
        'has overrides by namespace',
      ],
    ],
    right: {
      'of a ClusterPolicy': clusterPolicy([
        { validate: { ...RULE.validate, failureActionOverrides: [{ action: 'Audit', namespaces: ['a'] }] } },
      ]),
    },
  },
  CLASSIC,
);
