import * as baseline from '../../../../constructs/kyverno/presets/baseline';
import * as best from '../../../../constructs/kyverno/presets/best-practice';
import * as restricted from '../../../../constructs/kyverno/presets/restricted';
import { FIXTURES } from './fixtures';

/** Those that ask something of other kinds than Pods: `others.test.ts` has them. */
const OTHERS = ['disallowNodePort', 'requirePodProbes'];

test('every preset has Pods that pass it and Pods that it refuses', () => {
  const exported = [baseline, best, restricted].flatMap((file) => Object.keys(file));
  const presets = exported.filter((name) => !/^podSecurity/.test(name) && !OTHERS.includes(name));
  expect(FIXTURES).toHaveLength(presets.length);
  for (const { pass, fail } of FIXTURES) {
    expect(pass.length).toBeGreaterThan(0);
    expect(fail.length).toBeGreaterThan(0);
  }
});
