import type { HelmValues } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { looksSecret, secretInText } from './looks-secret';

export const plaintext: Rule = {
  id: 'secrets/plaintext',
  holds: 'no secrets in Secrets, ConfigMaps, environments and Helm values',
  effect: 'Whoever can read the repository, now or later, has it; taking it out of git does not take it back.',
  source: 'Argo CD v3.5.1, docs/operator-manual/secret-management.md',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Secret')) {
      const { data, stringData } = entry.object as { data?: object; stringData?: object };
      const keys = [...Object.keys(data ?? {}), ...Object.keys(stringData ?? {})];
      if (keys.length === 0) continue;
      report(entry, {
        message: `${describe(entry.object)} has its data in git: ${keys.join(', ')}.`,
        fix: 'Let an ExternalSecret or a SealedSecret make it, or create it by hand and declare it by `external("Secret", …)`.',
        section: 'data',
      });
    }
    for (const entry of cluster.ofKind('ConfigMap')) {
      const data = (entry.object['data'] ?? {}) as Readonly<Record<string, unknown>>;
      for (const key in data) {
        const value = String(data[key]);
        const inside = secretInText(value);
        const what = looksSecret(key, value) ?? (inside && `${inside.what} (${inside.name})`);
        if (what) report(entry, violation(`${describe(entry.object)}: data.${key} looks like ${what}.`, `data.${key}`));
      }
    }
    for (const pods of podsOf(cluster)) {
      for (const place of pods.containers) {
        const { container } = place;
        const { command, args } = container;
        const argument = secretInArguments(command && args ? [...command, ...args] : (command ?? args));
        if (argument) {
          const text = `${describe(pods.entry.object)}: the argument ${argument.name} of "${container.name}" looks like ${argument.what}.`;
          report(pods.entry, violation(text, `${place.at}.args`));
        }
        for (const { name, value } of container.env ?? []) {
          const what = value === undefined ? undefined : looksSecret(name, value);
          if (!what) continue;
          const text = `${describe(pods.entry.object)}: the environment variable ${name} of "${container.name}" looks like ${what}.`;
          report(pods.entry, violation(text, `${place.at}.env[${name}]`));
        }
      }
    }
    for (const application of cluster.model.applications) {
      const { helm, name } = application;
      const entry = cluster.applicationObject(name);
      if (!helm || !entry) continue;
      const sources = [{ path: 'values', values: helm.values }, ...helm.valueFiles];
      for (const { path, values } of sources) {
        for (const [at, what] of secretsIn(values)) {
          report(entry, violation(`The values of ${name} (${path}): ${at} looks like ${what}.`, at));
        }
      }
    }
  },
};

function violation(message: string, section: string) {
  return {
    message,
    fix: 'Keep it in a Secret that git does not hold, and refer to that (existingSecret, valueFrom.secretKeyRef).',
    section,
  };
}

const secretInArguments = (list: readonly string[] | undefined) => list && secretInText(list.join('\n'));

/** Paths in a chart's values that look like secrets. */
function* secretsIn(values: HelmValues, at = ''): Iterable<[string, string]> {
  // A list of environment variables: the name is a value here.
  const { name, value: named } = values;
  if (typeof name === 'string' && typeof named === 'string') {
    const what = looksSecret(name, named);
    if (what) yield [`${at}[${name}]`, what];
  }
  for (const [key, value] of Object.entries(values)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'string') {
      const what = looksSecret(key, value);
      if (what) yield [path, what];
    } else if (typeof value === 'object' && value !== null) {
      yield* secretsIn(value as HelmValues, path);
    }
  }
}
