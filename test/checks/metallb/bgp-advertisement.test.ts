import { METALLB, metallb, pool } from '../../helpers/metallb';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'metallb/bgp-advertisement',
  {
    wrong: [
      ['a community that is none', pool({}, { communities: ['1234'] }), 'names the community "1234"'],
      ['a number that does not fit', pool({}, { communities: ['65536:1'] }), 'names the community "65536:1"'],
      ['a length of too many bits', pool({}, { aggregationLengthV6: 129 }), 'joins addresses to a /129'],
      [
        'a pool that is smaller',
        pool({ addresses: ['10.64.0.0/28'] }, { aggregationLength: 24 }),
        '10.64.0.0/28 of the pool "pool" is smaller',
      ],
      [
        'Services, and a length',
        pool({}, { aggregationLength: 28, serviceSelectors: [{ matchLabels: { a: 'b' } }] }),
        'joins their addresses with others’',
      ],
      [
        'two preferences',
        all(
          pool({}, { localPref: 100 }),
          metallb('BGPAdvertisement', 'other', { ipAddressPools: ['pool'], localPref: 200 }),
        ),
        'gives another localPref than BGPAdvertisement app/pool',
      ],
    ],
    right: {
      'as it should be': all(
        pool({}, { aggregationLength: 28, communities: ['65000:1', 'large:65000:1:2', 'x'] }),
        metallb('Community', 'a', { communities: [{ name: 'x', value: '1:2' }] }),
      ),
      'a range': pool({ addresses: ['10.64.0.16-10.64.0.31'] }, { aggregationLength: 28 }),
    },
  },
  METALLB,
);
