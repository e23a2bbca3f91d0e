import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { load } from 'js-yaml';
import type { Rule } from '../../checks/rule';
import type { BuiltCluster } from '../../fleet/build';
import type { Finding } from '../../fleet/finding';
import type { KubeObject } from '../../fleet/object';

/** An example of a rule: what it shows, and the cluster that the test built of it. */
export interface Example {
  readonly title: string;
  readonly built: BuiltCluster;
}

/** A rule's page under docs/checks/: what the rule says of itself, and the first examples of its test. */
export function rulePage(rule: Rule, wrong: Example, right: Example | undefined): string {
  const finding = wrong.built.findings.find((f) => f.rule === rule.id);
  const { severity = 'error', category = 'object', reason } = rule;
  const bad = finding && textOf(wrong.built, finding.object);
  const good = right && likeliest(right.built, finding);
  return `${[
    `# ${rule.id}`,
    '',
    `It holds that ${rule.holds}.`,
    '',
    `| severity | category | condition reason |`,
    '|---|---|---|',
    `| ${finding?.severity ?? severity} | ${category} | ${finding?.reason ?? reason ?? '—'} |`,
    '',
    '## What would happen',
    '',
    finding?.effect ?? rule.effect,
    '',
    `Source: ${rule.source}.`,
    '',
    ...(rule.disagrees ? ['## Where tests of others answer otherwise', '', rule.disagrees, ''] : []),
    `## Wrong: ${wrong.title}`,
    '',
    ...(bad ? ['```yaml', bad.trimEnd(), '```', ''] : []),
    '```',
    `${finding?.severity}  ${finding?.message}  [${rule.id}]`,
    `  fix  ${finding?.fix}`,
    '```',
    ...(good ? ['', `## Right: ${right?.title}`, '', '```yaml', good.trimEnd(), '```'] : []),
  ].join('\n')}\n`;
}

/** Compares a file of docs/ with what it should be; `npm run docs` writes it. */
export function expectDocument(path: string, text: string): void {
  if (process.env['FLEET_DOCS'] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const hint = 'npm run docs';
  expect({ hint, path, text: existsSync(path) ? readFileSync(path, 'utf8') : 'missing' }).toEqual({ hint, path, text });
}

function textOf({ files }: BuiltCluster, wanted: Finding['object']): string | undefined {
  for (const [path, text] of files) {
    // bootstrap/ has several objects a file, and is nobody’s example.
    if (!/^app.*\.yaml$/.test(path) || !wanted || !text.includes(wanted.name)) continue;
    const { kind, metadata } = load(text) as KubeObject;
    if (kind === wanted.kind && metadata.name === wanted.name && metadata.namespace === wanted.namespace) return text;
  }
  return undefined;
}

/** The object that is right: of the same name, or of the same kind. */
function likeliest(built: BuiltCluster, finding: Finding | undefined): string | undefined {
  const same = textOf(built, finding?.object);
  if (same) return same;
  return [...built.files.values()].find((text) => text.includes(`\nkind: ${finding?.object?.kind}\n`));
}
