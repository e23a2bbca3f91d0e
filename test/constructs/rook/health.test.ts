import { cephHealth } from '../../../constructs/rook/health';
import { runHealthCheck } from '../../helpers/lua';

test.each<[string, object, string]>([
  ['nobody looked yet', {}, 'Progressing'],
  ['being made', { status: { phase: 'Progressing' } }, 'Progressing'],
  ['made', { status: { phase: 'Ready' } }, 'Healthy'],
  ['refused', { status: { phase: 'Failure' } }, 'Degraded'],
])('a pool: %s', (_, obj, status) => expect(runHealthCheck(cephHealth, obj)).toMatchObject({ status }));
