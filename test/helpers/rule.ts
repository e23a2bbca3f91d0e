import { rules } from '../../checks/registry';
import type { Application } from '../../fleet/application';
import { buildApp, onlyFinding, rulesOf, type TestCluster, type TestProps } from './cluster';
import { expectDocument, rulePage } from './rule-page';

/** What a case puts into a cluster with one application `app`. */
export type Fill = (app: Application, cluster: TestCluster) => void;

/** Several of them. */
export const all =
  (...fills: readonly Fill[]): Fill =>
  (app, cluster) => {
    for (const fill of fills) fill(app, cluster);
  };

/** Tests of one rule: each mistake gives one error, with its words; what is right gives none. Its page is made of the first of each. */
export function testRule(
  id: string,
  cases: { readonly wrong: readonly [string, Fill, string][]; readonly right: Readonly<Record<string, Fill>> },
  props: TestProps = {},
): void {
  test('is registered, with its effect and its source', () => {
    const rule = rules.find((r) => r.id === id);
    // What `npm run new:check` left to be written.
    expect(`${rule?.holds} ${rule?.effect} ${rule?.source}`).not.toContain('TODO');
    expect(rule?.effect).toBeTruthy();
    expect(rule?.holds).toMatch(/[^.]$/);
    expect(rule?.source).toMatch(/v?\d/);
  });

  test.each(cases.wrong)('%s', (_, fill, message) => {
    const finding = onlyFinding(buildApp(fill, props));
    expect(finding.rule).toBe(id);
    expect(finding.message).toContain(message);
    expect(finding).toMatchObject({ fix: expect.any(String), effect: expect.any(String), path: expect.any(String) });
    expect(finding.location).toMatch(/^test\//);
  });

  test.each(Object.entries(cases.right))('right: %s', (_, fill) => {
    expect(rulesOf(buildApp(fill, props))).toEqual([]);
  });

  const [wrong] = cases.wrong;
  if (wrong) testPage(id, [wrong[0], wrong[1]], Object.entries(cases.right)[0], props);
}

/** Tests that a rule has its page, and that the page shows these examples. */
export function testPage(
  id: string,
  wrong: readonly [title: string, fill: Fill],
  right: readonly [title: string, fill: Fill] | undefined,
  props: TestProps = {},
): void {
  test('its page is what the rule and its examples say', () => {
    const rule = rules.find((r) => r.id === id);
    if (!rule) throw new Error(`There is no rule ${id} in checks/registry.ts.`);
    const example = ([title, fill]: readonly [string, Fill]) => ({ title, built: buildApp(fill, props) });
    expectDocument(`docs/checks/${id}.md`, rulePage(rule, example(wrong), right && example(right)));
  });
}
