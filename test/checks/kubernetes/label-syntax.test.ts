import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const labelled =
  (labels: object, annotations: object = {}) =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', labels, annotations } as never });

testRule('kubernetes/label-syntax', {
  wrong: [
    ['a value with spaces', labelled({ owner: 'team a' }), 'label owner has the value "team a"'],
    ['a value that is too long', labelled({ owner: 'a'.repeat(64) }), 'label owner has the value'],
    ['a value that is no string', labelled({ version: 2 }), 'label version is 2, not a string'],
    ['a key with two slashes', labelled({ 'a/b/c': 'd' }), 'has more than one slash'],
    ['a prefix that is no domain', labelled({ 'Team_A/x': 'd' }), 'the prefix "Team_A"'],
    ['an empty name', labelled({ 'example.com/': 'd' }), 'has the name ""'],
    ['an annotation’s key', labelled({}, { 'a b': 'c' }), 'the key "a b" in metadata.annotations'],
    [
      'a Pod template',
      (app) =>
        void raw(app, 'x', {
          ...deployment('web'),
          spec: { selector: { matchLabels: { a: 'x y' } }, template: pod({ a: 'x y' }) },
        }),
      'label a has the value "x y"',
    ],
  ],
  right: {
    'empty values, domains, long annotations': labelled(
      { a: '', 'example.com/b_c.d': 'E-1' },
      { 'a/b': 'any text: {}' },
    ),
  },
});
