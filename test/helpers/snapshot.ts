import { buildApp, filesOf } from './cluster';
import { buildDataExample } from './data';
import { EDGE_FACTS, edgeExamples } from './edge-examples';
import { EXTERNALS, examples } from './examples';

/** The YAML of a construct's example, compared with what it was. */
export function snapshotOf(name: string): void {
  test(`the YAML of ${name}`, () => {
    const built = buildApp((app) => examples[name]?.(app), { externals: EXTERNALS });
    expect(built.findings).toEqual([]);
    expect(filesOf(built)).toMatchSnapshot();
  });
}

/** The YAML of a construct of storage, backups or secrets: all Applications that it makes. */
export function dataSnapshotOf(name: string): void {
  test(`the YAML of ${name}`, () => {
    const built = buildDataExample(name);
    expect(built.findings).toEqual([]);
    const made = [...built.files].filter(
      ([path]) =>
        /^(apps|app-of-apps)\//.test(path) && !/(argocd|application-app|appproject-app|namespace-app)\b/.test(path),
    );
    expect(Object.fromEntries(made)).toMatchSnapshot();
  });
}

/** The YAML of a construct of the edge: its application, and Applications that it makes. */
export function edgeSnapshotOf(name: string): void {
  test(`the YAML of ${name}`, () => {
    const built = buildApp((app, cluster) => edgeExamples[name]?.(app, cluster), EDGE_FACTS);
    expect(built.findings).toEqual([]);
    const made = [...built.files].filter(
      ([path]) =>
        /^(apps|app-of-apps)\//.test(path) && !/(argocd|application-app|appproject-app|namespace-app)\b/.test(path),
    );
    expect(Object.fromEntries(made)).toMatchSnapshot();
  });
}
