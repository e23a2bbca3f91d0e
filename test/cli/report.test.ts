import { formatFindings } from '../../cli/synth/report';
import type { Finding } from '../../fleet/finding';

const finding = (cluster: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'gateway/x',
  severity: 'error',
  category: 'object',
  cluster,
  path: `${cluster}/edge/route`,
  location: `apps/edge/edge.ts:1:2, used at clusters/${cluster}.ts:3:4`,
  message: 'It is wrong.',
  ...more,
});

test('a line of apps/ that several clusters run is told once, with the clusters', () => {
  const text = formatFindings([finding('asgard'), finding('oden'), finding('prod', { message: 'Another.' })]);
  expect(text.match(/It is wrong/g)).toHaveLength(1);
  expect(text).toContain(
    'used at clusters/asgard.ts:3:4, construct asgard/edge/route\n          and the same in oden\n',
  );
  expect(text).toContain('Another.');
});

test('slips come first, warnings last', () => {
  const text = formatFindings([
    finding('a', { severity: 'warning', message: 'W' }),
    finding('a', { message: 'B.' }),
    finding('a', { message: 'A. Did you mean "a"?' }),
  ]);
  expect(text.match(/(?:error|warning) {2}\w/g)).toEqual(['error  A', 'error  B', 'warning  W']);
});

test('other objects that a mistake concerns are named', () => {
  const object = { apiVersion: 'v1', kind: 'Service', namespace: 'a', name: 'b' };
  const also = [
    { object, reason: 'Invalid' },
    { object: { ...object, kind: 'HTTPRoute' }, reason: 'InvalidBackendTLS' },
  ];
  const text = formatFindings([finding('a', { object, also })]);
  expect(text).toContain('  also    HTTPRoute a/b: InvalidBackendTLS\n');
  expect(text).not.toContain('Service a/b');
});
