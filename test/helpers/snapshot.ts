import { buildApp, filesOf } from './cluster';
import { EXTERNALS, examples } from './examples';

/** The YAML of a construct's example, compared with what it was. */
export function snapshotOf(name: string): void {
  test(`the YAML of ${name}`, () => {
    const built = buildApp((app) => examples[name]?.(app), { externals: EXTERNALS });
    expect(built.findings).toEqual([]);
    expect(filesOf(built)).toMatchSnapshot();
  });
}
