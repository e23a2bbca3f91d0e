import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { TEMPLATE, type TemplateSpec } from './shapes';

export const templateName: Rule = {
  id: 'gatekeeper/template-name',
  holds: 'a template’s name is its kind in lower case',
  effect: 'Gatekeeper’s webhook refuses the template: its name has to be its kind in lower case.',
  source: 'Gatekeeper v3.23.0, vendor/github.com/open-policy-agent/frameworks/constraint/pkg/client/template.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind(TEMPLATE)) {
      const kind = specOf<TemplateSpec>(entry).crd?.spec?.names?.kind ?? '';
      const { name } = entry.object.metadata;
      if (kind !== '' && name === kind.toLowerCase()) continue;
      report(entry, {
        message:
          kind === ''
            ? `ConstraintTemplate ${name} names no kind.`
            : `ConstraintTemplate ${name} makes the kind ${kind}.`,
        fix: kind === '' ? 'Say `spec.crd.spec.names.kind`.' : `Name it "${kind.toLowerCase()}".`,
        section: 'metadata.name',
      });
    }
  },
};
