import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Admission } from '../../../../checks/policy/evaluation/admission';
import { changedPaths } from '../../../../checks/policy/evaluation/changed-paths';
import { compilePolicy } from '../../../../checks/policy/evaluation/policies';
import { deciding, pass, skip, type Verdict } from '../../../../checks/policy/evaluation/verdict';
import type { KubeObject } from '../../../../fleet/object';

/** Tests of a public policy library, with the answers that Kyverno gave: read where they are, never copied. */
const FOLDER = join(__dirname, '../../../../../shared/oracles/kyverno');

interface Case {
  readonly policies: readonly KubeObject[];
  readonly resources: readonly KubeObject[];
  readonly results: readonly Row[];
}

interface Row {
  readonly policy: string;
  readonly rule: string | null;
  readonly kind: string;
  readonly resources: readonly string[];
  readonly result: Verdict['result'];
}

const CLUSTER_SCOPED = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'StorageClass', 'PersistentVolume', 'Node'];

const there = existsSync(FOLDER);
if (!there) console.warn(`SKIPPED: the policy library's tests are not at ${FOLDER}, so its scores were not measured.`);

(there ? describe : describe.skip)('the policy library', () => {
  const rows = (there ? readdirSync(FOLDER) : []).flatMap((file) => {
    const read = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case;
    return read.results.map((row) => ({ file, row, verdict: verdictOf(row, read) }));
  });
  const decided = rows.filter(({ verdict }) => verdict.result !== 'undecidable');
  const right = decided.filter(({ row, verdict }) => verdict.result === row.result);

  test('85 of 100 rows are decided, and 99 of 100 of those as Kyverno did', () => {
    const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
    const score = `decided ${share(decided.length, rows.length)}, right ${share(right.length, decided.length)}`;
    console.info(`Kyverno policy library: ${score}`);
    if (process.env['POLICY_ROWS']) {
      for (const { file, row, verdict } of rows) {
        if (verdict.result !== row.result)
          console.info(`${file} ${row.rule} ${row.resources}: ${row.result}, ${JSON.stringify(verdict)}`);
      }
    }
    expect(decided.length / rows.length).toBeGreaterThanOrEqual(0.85);
    expect(right.length / decided.length).toBeGreaterThanOrEqual(0.99);
  });
});

/** A row is of one rule and several objects: all must come out as one. */
function verdictOf(row: Row, { policies, resources }: Case): Verdict {
  const policy = policies.find(({ metadata }) => metadata.name === row.policy);
  const all = policy ? rulesOf(policy) : [];
  const named = all.filter(({ name }) => name === undefined || isRule(row.rule, name));
  // Some rows misspell the one rule that there is.
  const rules = named.length === 0 && all.length === 1 ? all : named;
  const cluster = {
    namespace: (name: string) => resources.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === name),
  };
  const verdicts = row.resources.flatMap((name) =>
    resources
      .filter((object) => object.kind === row.kind && isNamed(object, name))
      .flatMap((object) => rules.map((rule) => rule.evaluate({ object: admitted(object), cluster }))),
  );
  return (
    verdicts.find(({ result }) => result === 'undecidable') ??
    verdicts.find(({ result }) => result !== row.result) ??
    verdicts[0] ?? { result: 'undecidable', reason: 'there is no such policy, rule or object' }
  );
}

/** Rules that validate, and those that mutate: a change is a pass, an object that is left alone is skipped. */
function rulesOf(policy: KubeObject): { readonly name?: string; evaluate(admission: Admission): Verdict }[] {
  const { rules = [], mutations = [] } = compilePolicy(policy) ?? {};
  const mutating = mutations.map(({ name, mutate }) => ({
    ...(name === undefined ? {} : { name }),
    evaluate: (asked: Admission) =>
      deciding(() => {
        const changed = mutate(asked);
        // A policy of CEL passes what it has nothing to change of; a classic rule skips it.
        const isChanged = changed && (name === undefined || changedPaths(asked.object, changed).length > 0);
        return isChanged ? pass : skip('is left alone');
      }),
  }));
  return [...rules, ...mutating];
}

function isRule(wanted: string | null, name: string): boolean {
  return (
    wanted === null || [name, `autogen-${name}`.slice(0, 63), `autogen-cronjob-${name}`.slice(0, 63)].includes(wanted)
  );
}

/** The API server puts what names no namespace into the one called default. */
function admitted(object: KubeObject): KubeObject {
  const { metadata, kind } = object;
  if (metadata.namespace !== undefined || CLUSTER_SCOPED.includes(kind)) return object;
  return { ...object, metadata: { ...metadata, namespace: 'default' } };
}

function isNamed({ metadata }: KubeObject, wanted: string): boolean {
  const name = metadata.name;
  return [name, `${metadata.namespace ?? 'default'}/${name}`].includes(wanted) || wanted.endsWith(`/${name}`);
}
