import { admission, deployment, pod } from '../../../helpers/admission';
import { compiled, verdictOf } from '../../../helpers/presets';
import { FIXTURES, type Parts } from './fixtures';

/** A Deployment of such Pods: Kyverno carries the policy over to it. */
function deploymentOf({ c = {}, s = {}, m = {} }: Parts) {
  const { metadata, spec } = pod(c, s, m);
  const made = deployment();
  const { labels, annotations } = metadata;
  return { ...made, spec: { template: { metadata: { labels, annotations }, spec } } };
}

describe.each(['1.19', '1.16'] as const)('Kyverno %s', (version) => {
  describe.each(FIXTURES.map((fixture) => [fixture.preset.name, fixture] as const))('%s', (_, fixture) => {
    const { preset, pass, fail } = fixture;
    test.each(pass.map((parts) => [JSON.stringify(parts), parts]))('passes %s', (_text, parts) => {
      const { c, s, m } = parts as Parts;
      expect(verdictOf(preset, pod(c, s, m), version)).toBe('pass');
      expect(verdictOf(preset, deploymentOf(parts as Parts), version)).toBe('pass');
    });
    test.each(fail.map((parts) => [JSON.stringify(parts), parts]))('refuses %s', (_text, parts) => {
      const { c, s, m } = parts as Parts;
      expect(verdictOf(preset, pod(c, s, m), version)).toBe('fail');
      expect(verdictOf(preset, deploymentOf(parts as Parts), version)).toBe('fail');
    });
    test('is enforced', () => {
      const [policy] = compiled(preset, version);
      expect(policy?.rules[0]?.enforces(admission(pod()))).toBe(true);
    });
  });
});
