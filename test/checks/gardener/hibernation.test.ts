import { GARDEN, shoot } from '../../helpers/gardener';
import { testRule } from '../../helpers/rule';

const sleeps = (...schedules: readonly object[]) => shoot({ spec: { hibernation: { schedules } } });

testRule(
  'gardener/hibernation',
  {
    wrong: [
      ['an hour of 25', sleeps({ start: '0 25 * * *' }), 'hibernates at "0 25 * * *": "25" is outside 0 to 23'],
      ['no time', sleeps({ location: 'Europe/Berlin' }), 'hibernates at no time'],
      [
        'no time zone',
        sleeps({ end: '0 6 * * 1-5', location: 'Europe/Brelin' }),
        '"Europe/Brelin", which is no time zone',
      ],
    ],
    right: { 'every night': sleeps({ start: '0 20 * * *', end: '0 6 * * 1-5', location: 'Europe/Berlin' }) },
  },
  GARDEN,
);
