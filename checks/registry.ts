import { duplicateObject } from './argocd/duplicate-object';
import { claimExists } from './kubernetes/claim-exists';
import { configMapExists } from './kubernetes/config-map-exists';
import { labelSyntax } from './kubernetes/label-syntax';
import { nameSyntax } from './kubernetes/name-syntax';
import { namespaceExists } from './kubernetes/namespace-exists';
import { namespaceScope } from './kubernetes/namespace-scope';
import { secretExists } from './kubernetes/secret-exists';
import { serviceSelector } from './kubernetes/service-selector';
import type { Rule } from './rule';

/** Every rule. A rule is a file in its system's folder, a test of the same name, and a line here. */
export const rules: readonly Rule[] = [
  duplicateObject,
  claimExists,
  configMapExists,
  labelSyntax,
  nameSyntax,
  namespaceExists,
  namespaceScope,
  secretExists,
  serviceSelector,
];
