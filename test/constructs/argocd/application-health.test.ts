import { applicationHealth } from '../../../constructs/argocd/application-health';
import { runHealthCheck } from '../../helpers/lua';

const health = (obj: object) => runHealthCheck(applicationHealth, obj);

const source = {
  repoURL: 'https://github.com/example/fleet',
  path: 'dist/a',
  targetRevision: 'main',
  directory: { recurse: true },
};
const destination = { server: 'https://kubernetes.default.svc', namespace: 'a' };
const spec = { source, destination, syncPolicy: { automated: { prune: true } } };
const synced = {
  reconciledAt: '2026-01-01T00:00:10Z',
  sync: { status: 'Synced', revision: 'r1', comparedTo: { source, destination } },
  operationState: { phase: 'Succeeded', finishedAt: '2026-01-01T00:00:09Z', syncResult: { revision: 'r1' } },
  health: { status: 'Healthy' },
};

test('a child that was compared and synced has the health of its resources', () => {
  expect(health({ spec, status: synced })).toMatchObject({ status: 'Healthy' });
  expect(health({ spec, status: { ...synced, health: { status: 'Degraded', message: 'm' } } })).toMatchObject({
    status: 'Degraded',
  });
});

test.each<[string, object]>([
  ['was just made', { spec }],
  [
    'has an empty status, as a typed client writes it',
    { spec, status: { sync: { status: '', comparedTo: { source: { repoURL: '' } } }, health: {} } },
  ],
  [
    'was compared with another source',
    { spec: { ...spec, source: { ...source, targetRevision: 'v2' } }, status: synced },
  ],
  [
    'was compared with another destination',
    { spec: { ...spec, destination: { ...destination, namespace: 'b' } }, status: synced },
  ],
  ['is about to sync', { spec, operation: { sync: {} }, status: synced }],
  ['is syncing', { spec, status: { ...synced, operationState: { phase: 'Running' } } }],
  [
    'waits for a retry',
    { spec, status: { ...synced, operationState: { phase: 'Running', finishedAt: '2026-01-01T00:00:01Z' } } },
  ],
  ['was not compared since its last operation', { spec, status: { ...synced, reconciledAt: '2026-01-01T00:00:08Z' } }],
  [
    'is OutOfSync at another revision',
    { spec, status: { ...synced, sync: { ...synced.sync, status: 'OutOfSync', revision: 'r2' } } },
  ],
  [
    'is OutOfSync after a failed operation',
    {
      spec,
      status: {
        ...synced,
        sync: { ...synced.sync, status: 'OutOfSync' },
        operationState: { ...synced.operationState, phase: 'Failed' },
      },
    },
  ],
  ['has a state that is Unknown', { spec, status: { ...synced, sync: { ...synced.sync, status: 'Unknown' } } }],
  [
    'has a wrong spec, and keeps the old comparison',
    { spec, status: { ...synced, conditions: [{ type: 'InvalidSpecError', message: 'no project' }] } },
  ],
  ['has no health yet', { spec, status: { ...synced, health: {} } }],
])('a child that %s is Progressing', (_, obj) => {
  expect(health(obj)).toMatchObject({ status: 'Progressing' });
});

test('OutOfSync after a sync of this very revision is let pass: what differs will not be synced again', () => {
  const status = { ...synced, sync: { ...synced.sync, status: 'OutOfSync' } };
  expect(health({ spec, status })).toMatchObject({ status: 'Healthy' });
});

test('several sources: compared as lists; the empty single source of a typed client does not matter', () => {
  const sources = [source, { repoURL: 'r', ref: 'values' }];
  const child = (compared: object[]) => ({
    spec: { sources, destination, syncPolicy: { automated: {} } },
    status: {
      ...synced,
      sync: {
        status: 'Synced',
        revisions: ['a', 'b'],
        comparedTo: { source: { repoURL: '' }, sources: compared, destination },
      },
    },
  });
  expect(health(child(sources))).toMatchObject({ status: 'Healthy' });
  expect(health(child([source]))).toMatchObject({ status: 'Progressing' });
});

test('zero values that the controller drops are no difference', () => {
  const wordy = { ...source, helm: {}, directory: { recurse: true, exclude: '' }, ref: '' };
  expect(health({ spec: { ...spec, source: wordy }, status: synced })).toMatchObject({ status: 'Healthy' });
});

test('a child that is synced by hand is not waited for', () => {
  expect(health({ spec: { source, destination } })).toMatchObject({ status: 'Healthy' });
  expect(health({ spec: { ...spec, syncPolicy: { automated: { enabled: false } } } })).toMatchObject({
    status: 'Healthy',
  });
});
