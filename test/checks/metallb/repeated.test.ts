import { METALLB, metallb, pool } from '../../helpers/metallb';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'metallb/repeated',
  {
    wrong: [
      ['a peer', pool({}, { peers: ['router', 'router'] }), 'says "router" twice in spec.peers'],
      [
        'a selector',
        pool(
          {},
          { ipAddressPoolSelectors: [{ matchLabels: { a: 'b', c: 'd' } }, { matchLabels: { c: 'd', a: 'b' } }] },
        ),
        'twice in spec.ipAddressPoolSelectors',
      ],
      [
        'a value',
        pool({
          serviceAllocation: {
            serviceSelectors: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b', 'b'] }] }],
          },
        }),
        'says "b" twice',
      ],
      [
        'a community’s name',
        all(
          pool(),
          metallb('Community', 'a', { communities: [{ name: 'x', value: '1:2' }] }),
          metallb('Community', 'b', { communities: [{ name: 'x', value: '1:3' }] }),
        ),
        'gives the name "x" to a community',
      ],
    ],
    right: {
      'different ones': pool({ serviceAllocation: { namespaces: ['a', 'b'] } }, { peers: ['router'] }),
    },
  },
  METALLB,
);
