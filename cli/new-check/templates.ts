/** What a new rule begins as: all of it works, and everything to be thought of says TODO. */

export const ruleText = (id: string, name: string): string => `import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const ${name}: Rule = {
  id: '${id}',
  holds: 'TODO what is held, in one line',
  effect: 'TODO what would happen in the cluster: the condition and its reason, or that nothing reports it.',
  source: 'TODO upstream v0, the file and the function that the fact is from',
  check(cluster, report) {
    // Ask the cluster's index; what several rules ask for is kept with memo().
    for (const entry of cluster.ofKind('ConfigMap')) {
      const { data = {} } = entry.object as { data?: Readonly<Record<string, string>> };
      if (!Object.hasOwn(data, 'TODO')) continue;
      report(entry, {
        message: \`\${describe(entry.object)} has the key "TODO".\`,
        fix: 'Take it away.',
        section: 'data.TODO',
      });
    }
  },
};
`;

export const testText = (id: string): string => `import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const map =
  (data: object): Fill =>
  (app) =>
    raw(app, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data });

testRule('${id}', {
  wrong: [['the key', map({ TODO: 'x' }), 'has the key "TODO"']],
  right: { 'another key': map({ done: 'x' }) },
});
`;

export const pageText = (id: string): string => `# ${id}

TODO: \`npm run docs\` writes this page from the rule and its test.
`;
