import { ServiceAccount } from '../../../constructs/kubernetes/service-account';
import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const apiVersion = 'rbac.authorization.k8s.io/v1';
const binding =
  (roleRef: object, subject: object = {}): Fill =>
  (app) => {
    new ServiceAccount(app, 'api');
    raw(app, 'role', { apiVersion, kind: 'Role', metadata: { name: 'reader' }, rules: [] });
    raw(app, 'binding', {
      apiVersion,
      kind: 'RoleBinding',
      metadata: { name: 'reader' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader', ...roleRef },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'app', ...subject }],
    });
  };

testRule('kubernetes/role-binding', {
  wrong: [
    [
      'a Role that is not there',
      binding({ name: 'raeder' }),
      'gives the Role "raeder", which nothing makes in app. Did you mean "reader"?',
    ],
    ['a ClusterRole that is not there', binding({ kind: 'ClusterRole', name: 'veiw' }), 'Did you mean "view"?'],
    ['another group', binding({ apiGroup: 'rbac' }), 'gives a role of the group "rbac"'],
    ['an account that is not there', binding({}, { name: 'apii' }), 'gives rights to the ServiceAccount "apii"'],
    ['an account elsewhere', binding({}, { namespace: 'default' }), 'which nothing makes in default'],
  ],
  right: {
    'a Role': binding({}),
    'Kubernetes’ own': binding({ kind: 'ClusterRole', name: 'view' }),
    'a chart’s account in a foreign namespace': binding({}, { namespace: 'elsewhere' }),
    'a person': binding({}, { kind: 'User', name: 'eve', namespace: undefined, apiGroup: 'rbac.authorization.k8s.io' }),
  },
});
