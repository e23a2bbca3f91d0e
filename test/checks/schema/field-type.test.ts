import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { schedule, VELERO } from '../../helpers/velero';

const replicas = (value: unknown) => {
  const web = deployment('web');
  return { ...web, spec: { ...web.spec, replicas: value } };
};

testRule(
  'schema/field-type',
  {
    wrong: [
      [
        'a text for a number',
        (app) => void raw(app, 'd', replicas('3')),
        'Deployment app/web: spec.replicas is "3", not a whole number.',
      ],
      ['a part of a number', (app) => void raw(app, 'd', replicas(1.5)), 'spec.replicas is 1.5, not a whole number.'],
      [
        'a text for yes',
        schedule({ snapshotVolumes: 'yes' }),
        'spec.template.snapshotVolumes is "yes", not true or false.',
      ],
    ],
    right: {
      'a number': (app) => void raw(app, 'd', replicas(3)),
      'a port by name or number': (app) =>
        void raw(
          app,
          'd',
          deployment('web', {
            container: { ports: [{ name: 'http', containerPort: 80 }], readinessProbe: { httpGet: { port: 'http' } } },
          }),
        ),
    },
  },
  VELERO,
);
