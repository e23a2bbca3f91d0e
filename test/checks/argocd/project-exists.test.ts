import { application, project } from '../../helpers/argocd';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule('argocd/project-exists', {
  wrong: [
    ['mistyped', all(project(), application({ project: 'taem' })), '"taem", which is not here. Did you mean "team"?'],
    ['elsewhere', all(project({}, { namespace: 'app' }), application()), 'which is in app and not in argocd'],
  ],
  right: {
    'one that is there': all(project(), application()),
    'Argo CD’s own': all(application({ project: 'default' })),
  },
});
