import { testRule } from '../../helpers/rule';
import { schedule, VELERO } from '../../helpers/velero';

testRule(
  'velero/filters',
  {
    wrong: [
      [
        'old and scoped',
        schedule({ includedResources: ['pods'], excludedClusterScopedResources: ['nodes'] }),
        'has filters of the old kind and scoped ones',
      ],
      [
        'all and some',
        schedule({ includedResources: ['*', 'pods'] }),
        'includes "*" of resources, and others beside it',
      ],
      ['all left out', schedule({ excludedResources: ['*'] }), 'excludes all resources'],
      [
        'in and out',
        schedule({ includedResources: ['pods'], excludedResources: ['pods'] }),
        'both includes and excludes "pods" of resources',
      ],
      [
        'a namespace in and out',
        schedule({ excludedNamespaces: ['app'] }),
        'both includes and excludes "app" of namespaces',
      ],
      ['a glob that is none', schedule({ excludedNamespaces: ['a[b'] }), 'opens a bracket and does not close it'],
      ['two asterisks', schedule({ excludedNamespaces: ['a**'] }), 'has two asterisks together'],
      ['a name that is none', schedule({ excludedNamespaces: ['a_b'] }), 'names the namespace "a_b", which is none'],
      [
        'two selectors',
        schedule({ labelSelector: { matchLabels: { a: 'b' } }, orLabelSelectors: [{ matchLabels: { c: 'd' } }] }),
        'has a labelSelector and orLabelSelectors',
      ],
    ],
    right: {
      'scoped, all left out': schedule({ excludedClusterScopedResources: ['*'] }),
      globs: schedule({ excludedNamespaces: ['kube-*', 'te[ab]m-?'] }),
    },
  },
  VELERO,
);
