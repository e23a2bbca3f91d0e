import { constraint, template } from '../../helpers/gatekeeper';
import { all, GATEKEEPER } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'gatekeeper/parameters',
  {
    wrong: [
      ['missing', all(template(), constraint({ parameters: {} })), 'spec.parameters.labels is missing'],
      [
        'of another type',
        all(template(), constraint({ parameters: { labels: 'a' } })),
        'spec.parameters.labels is no array',
      ],
      ['mistyped', all(template(), constraint({ parameters: { labels: [], mod: 'any' } })), 'Did you mean "mode"?'],
      [
        'of no such value',
        all(template(), constraint({ parameters: { labels: [], mode: 'some' } })),
        'is none of any, all',
      ],
      ['too big', all(template(), constraint({ parameters: { labels: [], most: 6 } })), 'is outside'],
    ],
    right: {
      'as the template has them': all(template(), constraint({ parameters: { labels: ['a'], mode: 'all', most: 5 } })),
    },
  },
  GATEKEEPER,
);
