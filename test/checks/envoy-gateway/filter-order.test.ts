import { EDGE, proxyWith } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const order = (...filterOrder: readonly object[]) => proxyWith({ filterOrder });
const [CORS, JWT, AUTH] = ['envoy.filters.http.cors', 'envoy.filters.http.jwt_authn', 'envoy.filters.http.ext_authz'];

testRule(
  'envoy-gateway/filter-order',
  {
    wrong: [
      [
        'both ways',
        order({ name: CORS, before: JWT }, { name: JWT, before: CORS }),
        `puts the filter ${JWT} before ${CORS}`,
      ],
      [
        'round in three steps',
        order({ name: CORS, before: JWT }, { name: AUTH, after: JWT }, { name: CORS, after: AUTH }),
        `puts the filter ${AUTH} before ${CORS}`,
      ],
    ],
    right: { 'a chain': order({ name: CORS, before: JWT }, { name: AUTH, after: JWT }) },
  },
  EDGE,
);
