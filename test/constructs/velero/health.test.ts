import { locationHealth, scheduleHealth } from '../../../constructs/velero/health';
import { runHealthCheck } from '../../helpers/lua';

test.each<[string, object, string, string]>([
  ['nobody looked yet', {}, 'Progressing', 'Velero has not looked at it yet'],
  ['there', { status: { phase: 'Available' } }, 'Healthy', 'Available'],
  ['not there', { status: { phase: 'Unavailable', message: 'no such bucket' } }, 'Degraded', 'no such bucket'],
])('a location: %s', (_, obj, status, message) =>
  expect(runHealthCheck(locationHealth, obj)).toEqual({ status, message }),
);

test.each<[string, object, string, string]>([
  ['nobody looked yet', { spec: {} }, 'Progressing', 'Velero has not looked at it yet'],
  ['paused', { spec: { paused: true } }, 'Suspended', 'Paused'],
  ['new', { spec: {}, status: { phase: 'Enabled' } }, 'Healthy', 'Last backup: none yet'],
  ['at work', { spec: {}, status: { phase: 'Enabled', lastBackup: 'T' } }, 'Healthy', 'Last backup: T'],
  ['refused', { spec: {}, status: { phase: 'FailedValidation', validationErrors: ['a', 'b'] } }, 'Degraded', 'a; b'],
])('a schedule: %s', (_, obj, status, message) =>
  expect(runHealthCheck(scheduleHealth, obj)).toEqual({ status, message }),
);
