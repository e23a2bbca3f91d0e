import { buildApp, raw, rulesOf } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const claim = (storageClassName?: string) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'c', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'c' },
    spec: { storageClassName, resources: { requests: { storage: '1Gi' } } },
  });

testRule(
  'kubernetes/storage-class-exists',
  {
    wrong: [
      [
        'a class that nothing makes',
        claim('fats'),
        'wants the StorageClass "fats", which nothing makes. Did you mean "fast"?',
      ],
    ],
    right: {
      external: claim('fast'),
      'the default': claim(),
      'no class: a volume made by hand': claim(''),
      'made here': (app) => {
        raw(app, 's', {
          apiVersion: 'storage.k8s.io/v1',
          kind: 'StorageClass',
          metadata: { name: 'own' },
          provisioner: 'x',
        });
        claim('own')(app);
      },
    },
  },
  { externals: { storageClasses: ['fast'] } },
);

test('a cluster without any class has no default', () => {
  const none = { externals: { storageClasses: [] } };
  expect(rulesOf(buildApp(claim(), none))).toEqual(['kubernetes/storage-class-exists']);
});
