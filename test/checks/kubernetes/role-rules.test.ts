import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const role =
  (rule: object): Fill =>
  (app) =>
    raw(app, 'role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'reader' },
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'], ...rule }],
    });

testRule('kubernetes/role-rules', {
  wrong: [
    ['a verb', role({ verbs: ['gett'] }), 'allows the verb "gett". Did you mean "get"?'],
    ['a singular', role({ resources: ['configmap'] }), 'allows "configmap". Did you mean "configmaps"?'],
    ['a part of a resource', role({ resources: ['pod/log'] }), 'allows "pod/log". Did you mean "pods"?'],
  ],
  right: {
    'what is known': role({ resources: ['pods/log', '*'], verbs: ['get', '*'] }),
    'a group that is not': role({ apiGroups: ['example.com'], resources: ['widget'] }),
  },
});
