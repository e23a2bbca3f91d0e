import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { all, schedule, VELERO } from '../../helpers/velero';

testRule(
  'velero/namespace',
  {
    wrong: [
      [
        'one that nothing makes',
        schedule({ includedNamespaces: ['ap'] }),
        'saves the namespace "ap", which nothing makes. Did you mean "app"?',
      ],
      [
        'one that is left out',
        all(schedule({ includedNamespaces: ['other'] }), (app) => {
          raw(app, 'n', {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: 'other', labels: { 'velero.io/exclude-from-backup': 'true' } },
          });
        }),
        'whose label velero.io/exclude-from-backup leaves it out',
      ],
    ],
    right: {
      'one of the cluster': schedule(),
      'Kubernetes’ own': schedule({ includedNamespaces: ['kube-system'] }),
      all: schedule({ includedNamespaces: ['*'] }),
    },
  },
  VELERO,
);
