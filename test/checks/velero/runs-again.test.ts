import { buildApp, rulesOf } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { all, location, schedule, VELERO, velero } from '../../helpers/velero';

testRule(
  'velero/runs-again',
  {
    wrong: [
      [
        'a Backup',
        all(location(), velero('Backup', 'now', { includedNamespaces: ['app'] })),
        'Backup app/now is in a folder that Argo CD syncs',
      ],
    ],
    right: {
      'a Schedule': schedule(),
    },
  },
  VELERO,
);

test('a Restore too', () => {
  const built = buildApp(all(location(), velero('Restore', 'now', { backupName: 'daily-1' })), VELERO);
  // Argo CD is told to look away from both, which is told too.
  expect(rulesOf(built)).toEqual(['velero/runs-again']);
});
