import { testRule } from '../../helpers/rule';
import { all, configMap, schedule, VELERO } from '../../helpers/velero';

const policies = (data: Record<string, string>) =>
  all(configMap('policies', data), schedule({ resourcePolicy: { kind: 'configmap', name: 'policies' } }));
const of = (policy: string) => policies({ 'policies.yaml': `version: v1\nvolumePolicies:\n- { ${policy} }\n` });

testRule(
  'velero/resource-policy',
  {
    wrong: [
      [
        'a map that is not there',
        schedule({ resourcePolicy: { kind: 'configmap', name: 'policies' } }),
        'the resource policies "policies" are not in app',
      ],
      ['two keys', policies({ a: 'version: v1', b: 'version: v1' }), 'have 2 keys'],
      ['another version', policies({ p: 'version: v2' }), 'have the version "v2"'],
      [
        'a field that is none',
        of('conditions: { size: 1 }, action: { type: skip }'),
        'have the field "size" of conditions',
      ],
      [
        'an action that is none',
        of('conditions: {}, action: { type: snapshots }'),
        'have the action "snapshots". Did you mean "snapshot"?',
      ],
      [
        'a capacity that is none',
        of('conditions: { capacity: 10Gi }, action: { type: skip }'),
        'have the capacity "10Gi"',
      ],
      [
        'a capacity the wrong way round',
        of('conditions: { capacity: "10Gi,1Gi" }, action: { type: skip }'),
        'which ends before it begins',
      ],
      [
        'everything',
        policies({ p: 'version: v1\nincludeExcludePolicy: { includedNamespaceScopedResources: ["*"] }' }),
        'say "*" in includeExcludePolicy',
      ],
    ],
    right: {
      'as it should be': of('conditions: { capacity: "10Gi,", csi: { driver: x } }, action: { type: fs-backup }'),
    },
  },
  VELERO,
);
