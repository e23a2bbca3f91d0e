import { describe } from '../../fleet/object';
import { mapAt } from '../fields';
import type { Rule } from '../rule';

/** Keys that a Secret of a type must have. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

const FIELDS = ['data', 'binaryData', 'stringData'];

export const dataKeys: Rule = {
  id: 'kubernetes/data-keys',
  holds: 'keys of ConfigMaps and Secrets are names of files; a Secret has those of its type',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidateConfigMap, ValidateSecret',
  check(cluster, report) {
    for (const kind of ['ConfigMap', 'Secret']) {
      for (const entry of cluster.ofKind(kind)) {
        const { object } = entry;
        for (const field of FIELDS) {
          const data = mapAt(object, field);
          if (!data) continue;
          for (const key in data) {
            if (isFileName(key)) continue;
            const message = `${describe(object)} has the key "${key}".`;
            const fix = 'Letters, digits, "-", "_" and "." only: a file’s name, not its path.';
            report(entry, { message, fix, section: field });
          }
        }
        const needed = kind === 'Secret' ? NEEDED[String(object['type'])] : undefined;
        for (const key of needed ?? []) {
          if (mapAt(object, 'data')?.[key] !== undefined || mapAt(object, 'stringData')?.[key] !== undefined) continue;
          const message = `${describe(object)} is of type ${String(object['type'])} and has no "${key}".`;
          report(entry, { message, fix: 'Add the key, or make the type Opaque.', section: 'data' });
        }
      }
    }
  },
};

const isFileName = (key: string) => /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && key !== '..';
