import { rules } from '../../checks/registry';
import type { Application } from '../../fleet/application';
import type { ClusterProps } from '../../fleet/cluster';
import { buildApp, onlyFinding, rulesOf, type TestCluster } from './cluster';

/** What a case puts into a cluster with one application `app`. */
export type Fill = (app: Application, cluster: TestCluster) => void;

/** Tests of one rule: each mistake gives one error, with its words; what is right gives none. */
export function testRule(
  id: string,
  cases: { readonly wrong: readonly [string, Fill, string][]; readonly right: Readonly<Record<string, Fill>> },
  props: Partial<ClusterProps> = {},
): void {
  test('is registered, with its effect and its source', () => {
    const rule = rules.find((r) => r.id === id);
    expect(rule?.effect).toBeTruthy();
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
}
