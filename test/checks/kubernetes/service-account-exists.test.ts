import { ServiceAccount } from '../../../constructs/kubernetes/service-account';
import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const runs =
  (serviceAccountName: string): Fill =>
  (app) => {
    new ServiceAccount(app, 'api');
    raw(app, 'web', deployment('web', { spec: { serviceAccountName } }));
  };

testRule('kubernetes/service-account-exists', {
  wrong: [
    ['a slip', runs('apii'), 'runs as the ServiceAccount "apii", which nothing makes in app. Did you mean "api"?'],
  ],
  right: { 'one of the namespace': runs('api'), 'Kubernetes’ own': runs('default') },
});
