import { EDGE, gateway, policyObject, route, TCP, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const cidrs = {
  authorization: { defaultAction: 'Deny', rules: [{ action: 'Allow', principal: { clientCIDRs: ['10.0.0.0/8'] } }] },
};
const merging =
  (general: object, more: object = { mergeType: 'StrategicMerge' }): Fill =>
  (app) => {
    web(app);
    gateway(app, [TCP]);
    route(app, 'TCPRoute', 'x');
    policyObject(app, 'SecurityPolicy', 'general', general);
    policyObject(app, 'SecurityPolicy', 'own', { ...cidrs, ...more }, 'TCPRoute');
  };
const cors = { cors: { allowOrigins: ['https://example.com'] } };

testRule(
  'envoy-gateway/merge-fit',
  {
    wrong: [['with what asks of requests', merging(cors), 'which asks for cors, and is for a TCPRoute']],
    right: { 'with what judges addresses': merging(cidrs), 'on its own': merging(cors, {}) },
  },
  EDGE,
);
