import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { VELERO } from '../../helpers/velero';

const annotated =
  (annotation: string, value: string): Fill =>
  (app) => {
    const volumes = ['data', 'tmp'].map((name) => ({ name, emptyDir: {} }));
    const web = deployment('web', { spec: { volumes } });
    const { template } = web.spec;
    const annotations = { [annotation]: value };
    raw(app, 'web', {
      ...web,
      spec: { ...web.spec, template: { ...template, metadata: { ...template.metadata, annotations } } },
    });
  };

testRule(
  'velero/file-system-volumes',
  {
    wrong: [
      [
        'a volume that is not there',
        annotated('backup.velero.io/backup-volumes', 'date'),
        'names "date", a volume that the Pod has not. Did you mean "data"?',
      ],
      ['a blank', annotated('backup.velero.io/backup-volumes-excludes', 'data, tmp'), 'names " tmp"'],
    ],
    right: {
      both: annotated('backup.velero.io/backup-volumes', 'data,tmp'),
    },
  },
  VELERO,
);
