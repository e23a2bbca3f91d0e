import type { Application } from '../../../fleet/application';
import { EDGE, gateway } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const addressed = (address: object) => (app: Application) => gateway(app, undefined, { addresses: [address] });

testRule(
  'gateway/address',
  {
    wrong: [
      [
        'an IP',
        (app) => gateway(app, undefined, { addresses: [{ value: '192.0.2.1' }] }),
        'asks for the address 192.0.2.1',
      ],
      ['too few numbers', addressed({ value: '192.0.2' }), 'the address "192.0.2" is no IPAddress'],
      ['a host as an IP', addressed({ value: 'edge.example.com' }), 'the address "edge.example.com" is no IPAddress'],
      [
        'a host with a port',
        addressed({ type: 'Hostname', value: 'edge.example.com:80' }),
        'the address "edge.example.com:80" is no Hostname',
      ],
    ],
    right: { none: (app) => gateway(app) },
  },
  EDGE,
);
