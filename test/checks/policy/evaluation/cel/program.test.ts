import { evaluate } from '../../../../../checks/policy/evaluation/cel/program';
import { toCel } from '../../../../../checks/policy/evaluation/cel/values';
import { Undecidable } from '../../../../../checks/policy/evaluation/verdict';

/** Whole numbers of CEL are BigInt. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item)));

const value = (expression: string, object: object = {}) => {
  const outcome = evaluate(expression, { object: toCel(object) });
  return 'value' in outcome ? plain(outcome.value) : outcome;
};

test.each([
  ['quantity("1Gi").isGreaterThan(quantity("512Mi"))', true],
  ['quantity("500m").add(quantity("500m")) == quantity("1")', true],
  ['quantity("1Gi").compareTo(quantity("1Gi"))', 0],
  ['isQuantity("1 GB")', false],
  ['"a-b".replace("-", "+")', 'a+b'],
  ['"a-b-c".replace("-", "", 1)', 'ab-c'],
  ['"abc123".find("[0-9]+")', '123'],
  ['"a1b22".findAll("[0-9]+")', ['1', '22']],
  ['"%s has %d of %s".format(["x", 3, [1, 2]])', 'x has 3 of [1, 2]'],
  ['[3, 1, 2].sum()', 6],
  ['[3, 1, 2].max()', 3],
  ['[[1], [2]].flatten()', [1, 2]],
  ['[1, 2, 1].distinct()', [1, 2]],
  ['sets.contains(["a", "b"], ["b"])', true],
  ['sets.intersects([1], [2])', false],
  ['math.greatest(1, 5, 3)', 5],
  ['ip("10.0.0.1").family()', 4],
  ['cidr("10.0.0.0/8").containsIP("10.1.2.3")', true],
  ['cidr("10.0.0.0/8").containsCIDR("11.0.0.0/16")', false],
  ['url("https://example.com:8443/a").getPort()', '8443'],
  ['image("nginx").registry()', 'docker.io'],
  ['image("nginx").repository()', 'library/nginx'],
  ['image("localhost:5000/app").identifier()', 'latest'],
  [
    'image("ghcr.io/a/b:1@sha256:aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899").containsDigest()',
    true,
  ],
  ['{"a": 1, "b": 2}.all(k, v, v > 0)', true],
  ['{"a": 1, "b": 2}.exists(k, v, k == "b" && v == 1)', false],
  ['["x", "y"].transformList(i, v, string(i) + v)', ['0x', '1y']],
  ['{"a": 1}.transformMap(k, v, v + 1)', { a: 2 }],
  ['object.spec.replicas + 1', 4],
  ['object.?nothing.there.orValue("none")', 'none'],
  ['object.spec.replicas.orValue(7)', 3],
  [
    'Object{spec: Object.spec{replicas: object.spec.replicas > 2 ? 2 : 1, "x/y": "a: b"}}',
    { spec: { replicas: 2, 'x/y': 'a: b' } },
  ],
])('%s', (expression, expected) => {
  expect(value(expression, { spec: { replicas: 3 } })).toEqual(expected);
});

test('an error is an outcome', () => {
  expect(value('object.spec.missing == 1', { spec: {} })).toEqual({
    error: expect.stringContaining('No such key: missing'),
  });
});

test.each([
  'resource.Get("v1", "configmaps", "a", "b")',
  'now()',
  'time.now()',
  'http.Get("https://example.com")',
  'unheardOf(1)',
  '1 +',
])('%s cannot be decided', (expression) => expect(() => evaluate(expression, {})).toThrow(Undecidable));

test('what is unknown does not matter where the rest decides', () => {
  expect(value('true || resource.Get("v1", "pods", "a", "b") == 1')).toBe(true);
});
