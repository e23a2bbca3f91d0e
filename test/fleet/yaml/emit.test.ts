import fc from 'fast-check';
import { load, loadAll } from 'js-yaml';
import { parse, parseDocument } from 'yaml';
import { emit } from '../../../fleet/yaml/emit';

/** Every reader that Kubernetes users meet: YAML 1.1 and 1.2, two libraries. */
const readers: Record<string, (text: string) => unknown> = {
  'yaml, 1.2': (text) => parse(text, { version: '1.2' }),
  'yaml, 1.1': (text) => parse(text, { version: '1.1' }),
  'js-yaml': (text) => load(text),
};

/** Scalars that some reader takes for something else when they stand plain. */
const AWKWARD = [
  ...['on', 'off', 'yes', 'no', 'y', 'n', 'Y', 'N', 'true', 'True', 'TRUE', 'false', 'null', 'Null', '~', ''],
  ...['0777', '0o17', '0O17', '0x1F', '0X1F', '0b1', '0B1', '1e3', '1E3', '1_000', '12:30', '12:30:45', '1.', '.5'],
  ...['-1', '+1', '-0', '.inf', '-.Inf', '.NaN', 'NaN', 'Infinity', '2001-01-01', '2001-12-14t21:59:43.10-05:00'],
  ...[
    '<<',
    '=',
    '*',
    '&a',
    '!tag',
    '|',
    '>',
    '%',
    '@',
    '`',
    '-',
    '- a',
    '?',
    '? a',
    ':',
    'a: b',
    'a:',
    'a #b',
    '#',
    '---',
    '...',
  ],
  ...['{', '}', '[', ']', ',', '{a: b}', '[a]', "'", '"', 'a"b', "a'b", '\\', 'a\\nb', ' a', 'a ', '\ta', 'a\t', '  '],
  ...[
    'a\nb',
    'a\n',
    '\na',
    'a\n\n',
    'a\n b\n',
    ' a\nb',
    'a \nb',
    'a\n\tb',
    'a\r\nb',
    'a\rb',
    '\n',
    '\n\n',
    'a\n---\nb\n',
  ],
  ...[
    '\u0085',
    'a\u0085b',
    '\u2028',
    'a\u2029b',
    '\ufeff',
    'a\ufeffb',
    '\u0000',
    '\u001b',
    '\u007f',
    '\u00a0',
    '\ud800',
    '\udc00x',
  ],
  ...[
    '192.168.1.171',
    '10.0.0.0/8',
    '::1',
    'fe80::1',
    '1Gi',
    '500m',
    '1.5Gi',
    '720h',
    '1M',
    '0xA',
    '1e',
    'e0',
    'e-0',
    'E+1',
    '0',
    '007',
    'åäö',
    '😀',
  ],
  ...[
    'v1.2.3',
    'https://a.b/c?d=e&f=g#h',
    'docker.io/a/b:1.2@sha256:0123',
    '--flag=1',
    'p, proj:a:b, *',
    '$values/x',
    '/a/b',
    './a',
    '_a',
  ],
];

describe('the YAML writer', () => {
  test.each(Object.entries(readers))('awkward strings come back as they were: %s', (_, read) => {
    for (const text of AWKWARD) {
      expect(read(emit({ a: text, list: [text], nested: { b: text } }))).toEqual({
        a: text,
        list: [text],
        nested: { b: text },
      });
    }
  });

  test.each(Object.entries(readers))('awkward keys come back as they were: %s', (_, read) => {
    for (const key of AWKWARD) {
      expect(read(emit({ data: { [key]: 'x' } }))).toEqual({ data: { [key]: 'x' } });
    }
  });

  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...AWKWARD),
      fc.array(fc.constantFrom('a', ' ', '\n', '\t', '#', ': ', '-', '"', '\u2028', '\r')).map((c) => c.join('')),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('map'),
    ),
    map: fc
      .dictionary(fc.oneof(fc.string(), fc.constantFrom(...AWKWARD)), tie('value'), { maxKeys: 4 })
      .map((map) => ({ ...map })),
  }));

  test.each(Object.entries(readers))('any JSON comes back as it was: %s', (_, read) => {
    fc.assert(
      fc.property(json.map, (map) => {
        // A __proto__ key is no field of any manifest, and readers refuse it.
        fc.pre(!JSON.stringify(map).includes('__proto__'));
        expect(read(emit(map as object))).toEqual(map);
      }),
      { numRuns: 2000 },
    );
  });

  test('keys of more than 1,024 characters are legal YAML', () => {
    const map = { data: { ['k'.repeat(2000)]: { a: 1 } }, list: [{ ['l'.repeat(2000)]: 'x' }] };
    for (const read of Object.values(readers)) expect(read(emit(map))).toEqual(map);
  });

  test('the order of keys is fixed: identity first, then by name', () => {
    const text = emit({
      spec: { b: 1, a: 2, name: 'x' },
      metadata: { namespace: 'n', labels: {}, name: 'm' },
      kind: 'K',
      apiVersion: 'v1',
    });
    expect(text).toBe(
      '---\napiVersion: v1\nkind: K\nmetadata:\n  name: m\n  namespace: "n"\n  labels: {}\nspec:\n  name: x\n  a: 2\n  b: 1\n',
    );
  });

  test('documents are separated, and no reader warns', () => {
    const text = emit({ a: 1 }) + emit({ b: 'x\ny\n' });
    expect(loadAll(text)).toEqual([{ a: 1 }, { b: 'x\ny\n' }]);
    expect(parseDocument(emit({ b: 'x: y' })).warnings).toEqual([]);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [new Date(0)], [Symbol('x')], [10n]])(
    'what is no JSON is refused: %p',
    (value) => {
      expect(() => emit({ value })).toThrow();
    },
  );
});
