import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { TEMPLATE, type TemplateSpec } from './shapes';

export const templateCode: Rule = {
  id: 'gatekeeper/template-code',
  holds: 'a template has the one target, and code for it',
  effect: 'Gatekeeper’s webhook refuses the template, or makes no constraint of it.',
  source:
    'Gatekeeper v3.23.0, vendor/github.com/open-policy-agent/frameworks/constraint/pkg/client/template.go: exactly one target',
  check(cluster, report) {
    for (const entry of cluster.ofKind(TEMPLATE)) {
      const { targets = [] } = specOf<TemplateSpec>(entry);
      const say = (problem: string, fix: string) =>
        report(entry, { message: `${describe(entry.object)} ${problem}.`, fix, section: 'spec.targets' });
      const [target] = targets;
      if (targets.length !== 1 || target?.target !== TARGET) {
        say(`has not the one target ${TARGET}`, `One target, \`target: ${TARGET}\`.`);
        continue;
      }
      const engines = [...(target.rego ? ['Rego'] : []), ...(target.code ?? []).map(({ engine = '' }) => engine)];
      if (engines.length === 0) say('has no code', 'Say `validations` in CEL, or `rego`.');
      const unknown = engines.find((engine) => !ENGINES.includes(engine));
      if (unknown !== undefined) say(`has code for the engine "${unknown}"`, `One of ${ENGINES.join(', ')}.`);
    }
  },
};

const TARGET = 'admission.k8s.gatekeeper.sh';
const ENGINES = ['Rego', 'K8sNativeValidation'];
