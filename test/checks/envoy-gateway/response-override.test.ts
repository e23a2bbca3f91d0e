import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { EDGE, policyFor } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const body =
  (name: string, data?: Record<string, string>): Fill =>
  (app) => {
    if (data) new ConfigMap(app, 'page', { data });
    const valueRef = { group: '', kind: 'ConfigMap', name };
    const response = { body: { type: 'ValueRef', valueRef } };
    policyFor('BackendTrafficPolicy', {
      responseOverride: [{ match: { statusCodes: [{ value: 500 }] }, response }],
    })(app);
  };

testRule(
  'envoy-gateway/response-override',
  {
    wrong: [
      [
        'a page that is not there',
        body('pgae', { 'response.body': 'x' }),
        'which nothing makes in app. Did you mean "page"?',
      ],
      ['a page that is empty', body('page', {}), 'which holds nothing'],
    ],
    right: { 'a page': body('page', { 'response.body': 'Sorry' }) },
  },
  EDGE,
);
