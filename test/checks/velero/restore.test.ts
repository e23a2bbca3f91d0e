import { buildApp } from '../../helpers/cluster';
import { testPage } from '../../helpers/rule';
import { all, configMap, location, schedule, VELERO, velero } from '../../helpers/velero';

/** What the rule says of a Restore; that it is in git at all is another rule's. */
const messages = (spec: object, data?: string) =>
  buildApp(
    all(schedule(), ...(data === undefined ? [] : [configMap('changes', { c: data })]), velero('Restore', 'r', spec)),
    VELERO,
  )
    .findings.filter(({ rule }) => rule === 'velero/restore')
    .map(({ message }) => message);

test.each([
  [{}, 'names neither a backup nor a schedule'],
  [{ backupName: 'a', scheduleName: 'daily' }, 'names a backup and a schedule'],
  [{ scheduleName: 'daily', includedResources: ['nodes'] }, 'brings back nodes, which Velero never does'],
  [
    { scheduleName: 'daily', existingResourcePolicy: 'updat' },
    'has the existingResourcePolicy "updat". Did you mean "update"?',
  ],
  [
    { scheduleName: 'daily', namespaceMapping: { other: 'x' } },
    'maps the namespace "other", which is not in the backup',
  ],
  [
    {
      scheduleName: 'daily',
      hooks: { resources: [{ name: 'h', postHooks: [{ init: { initContainers: [{ name: 'a' }] } }] }] },
    },
    'has an init container without name, image or command',
  ],
  [
    { scheduleName: 'daily', resourceModifier: { kind: 'ConfigMap', name: 'x' } },
    'is changed by the ConfigMap "x", which is not in app',
  ],
])('%j', (spec, message) => {
  expect(messages(spec)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['version: v2\nresourceModifierRules: [{ conditions: { groupResource: pods } }]', 'has the version "v2"'],
  ['version: v1', 'has no rules'],
  ['version: v1\nresourceModifierRules: [{ conditions: {} }]', 'has a rule without a groupResource'],
  [
    'version: v1\nresourceModifierRules: [{ conditions: { groupResource: pods }, patches: [{ operation: put, path: /a }] }]',
    'has the operation "put"',
  ],
])('a modifier: %s', (data, message) => {
  const spec = { scheduleName: 'daily', resourceModifier: { kind: 'ConfigMap', name: 'changes' } };
  expect(messages(spec, data)).toEqual([expect.stringContaining(message)]);
});

test('one as it should be', () => {
  expect(
    messages({ scheduleName: 'daily', namespaceMapping: { app: 'copy' }, existingResourcePolicy: 'none' }),
  ).toEqual([]);
  expect(buildApp(location(), VELERO).findings).toEqual([]);
});

testPage(
  'velero/restore',
  ['no backup', all(schedule(), velero('Restore', 'r', {}))],
  ['the newest of a schedule', all(schedule(), velero('Restore', 'r', { scheduleName: 'daily' }))],
  VELERO,
);
