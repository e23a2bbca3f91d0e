import { GARDEN, shoot } from '../../helpers/gardener';
import { testRule } from '../../helpers/rule';

testRule(
  'gardener/shoot-spec',
  {
    wrong: [
      ['a name with a dot', shoot({ name: 'a.b' }), 'has a name that is no DNS label'],
      ['a long name', shoot({ name: 'a'.repeat(19) }), 'has 22 characters in its name and its project'],
      ['no binding', shoot({ spec: { credentialsBindingName: undefined } }), 'names no binding'],
      ['two bindings', shoot({ spec: { secretBindingName: 'a' } }), 'a secret binding and a credentials binding'],
      ['no profile', shoot({ spec: { cloudProfile: undefined } }), 'names no cloud profile'],
      [
        'a profile by its old name',
        shoot({ spec: { cloudProfileName: 'openstack' } }),
        'which ended with Kubernetes 1.34',
      ],
      ['no region', shoot({ spec: { region: undefined } }), 'names no region'],
      ['a purpose that there is not', shoot({ spec: { purpose: 'prod' } }), 'is for "prod"'],
      [
        'a short window',
        shoot({ spec: { maintenance: { timeWindow: { begin: '220000+0100', end: '221000+0100' } } } }),
        'is 10 minutes long',
      ],
      [
        'a window that is none',
        shoot({ spec: { maintenance: { timeWindow: { begin: '22:00', end: '23:00' } } } }),
        'is not written as HHMMSS',
      ],
    ],
    right: {
      'as it should be': shoot(),
      'a window over midnight': shoot({
        spec: { purpose: 'production', maintenance: { timeWindow: { begin: '230000+0100', end: '003000+0100' } } },
      }),
    },
  },
  GARDEN,
);
