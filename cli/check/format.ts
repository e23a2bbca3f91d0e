import type { Finding } from '../../fleet/finding';
import { formatFindings } from '../synth/report';

/** What was checked, and what was found. */
export interface Checked {
  /** A path as it was given, or a cluster's name. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export const FORMATS: Readonly<Record<string, (checked: readonly Checked[]) => string>> = {
  text: (checked) =>
    checked
      .filter(({ findings }) => findings.length > 0)
      .map(({ path, findings }) => `${path}\n\n${formatFindings(findings)}`)
      .join('\n'),
  json: (checked) =>
    `${JSON.stringify(checked.map(({ path, findings }) => ({ path, findings: findings.flatMap(plain) })))}\n`,
  github: (checked) => checked.flatMap(({ path, findings }) => findings.map((f) => annotation(path, f))).join(''),
};

/** A finding as other programs read it, once for every condition that it sets; one about no object in particular is about the whole. */
function plain(finding: Finding): object[] {
  const { rule, severity, category, object, section, reason, message, effect, fix, location, also = [] } = finding;
  const whole = { apiVersion: 'v1', kind: 'List', name: '' };
  const conditions = [{ object: object ?? whole, section, reason }, ...also];
  return conditions.map((condition) => ({ rule, severity, category, message, effect, fix, location, ...condition }));
}

/** A workflow command of GitHub Actions: it stands at the line in the pull request. */
function annotation(path: string, { severity, rule, message, fix, location }: Finding): string {
  const [file = path, line] = (location ?? path).split(',')[0]?.split(':') ?? [];
  const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const at = line ? `,line=${line}` : '';
  return `::${severity} file=${file}${at},title=${rule}::${escaped(fix ? `${message} ${fix}` : message)}\n`;
}
