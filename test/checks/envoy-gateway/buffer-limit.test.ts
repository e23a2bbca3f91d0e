import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const connection = (kind: string, bufferLimit: string) => policyFor(kind, { connection: { bufferLimit } });
const requests = (limit: string, more: object = {}) =>
  policyFor('BackendTrafficPolicy', { requestBuffer: { limit }, ...more });

testRule(
  'envoy-gateway/buffer-limit',
  {
    wrong: [
      ['more than 32 bits', connection('ClientTrafficPolicy', '5Gi'), 'has the limit 5Gi'],
      ['a part of a byte', connection('ClientTrafficPolicy', '100m'), 'has the limit 100m'],
      ['a backend’s', connection('BackendTrafficPolicy', '10G'), 'has the limit 10G'],
      ['requests', requests('8Gi'), 'has the limit 8Gi'],
      [
        'requests that become connections',
        requests('1Mi', { httpUpgrade: [{ type: 'websocket' }] }),
        'buffers requests, and lets connections be upgraded',
      ],
    ],
    right: {
      'what fits': connection('ClientTrafficPolicy', '32Ki'),
      'the most': requests('4294967295'),
    },
  },
  EDGE,
);
