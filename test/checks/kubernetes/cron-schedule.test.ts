import { pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const cron = (schedule: unknown, timeZone?: string) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'c', {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'c' },
    spec: { schedule, timeZone, jobTemplate: { spec: { template: pod({}, { spec: { restartPolicy: 'Never' } }) } } },
  });

testRule('kubernetes/cron-schedule', {
  wrong: [
    ['six fields', cron('0 0 2 * * *'), 'it has 6 fields instead of 5'],
    ['an hour of 25', cron('0 25 * * *'), '"25" is outside 0 to 23, the hour'],
    ['Sunday as 7', cron('0 2 * * 7'), '"7" is outside 0 to 6, the day of the week'],
    ['a day that never comes', cron('0 0 30 2 *'), 'it never fires'],
    ['a descriptor that is none', cron('@dayly'), '"@dayly" is none of'],
    ['a time zone in it', cron('TZ=UTC 0 2 * * *'), 'the time zone belongs into timeZone'],
    ['no text', cron(5), 'it is no text'],
    ['no time zone', cron('@daily', 'Europe/Stokholm'), 'is no time zone. Did you mean "Europe/Stockholm"?'],
  ],
  right: { 'five fields': cron('*/15 2-4 1,15 jan-jun mon'), daily: cron('@daily'), every: cron('@every 1h') },
});
