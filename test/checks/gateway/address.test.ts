import { EDGE, gateway } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

testRule(
  'gateway/address',
  {
    wrong: [
      [
        'an IP',
        (app) => gateway(app, undefined, { addresses: [{ value: '192.0.2.1' }] }),
        'asks for the address 192.0.2.1',
      ],
    ],
    right: { none: (app) => gateway(app) },
  },
  EDGE,
);
