import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltCluster } from './build';
import type { Finding } from './finding';
import type { Files } from './layout';
import type { ClusterModel } from './model';
import { readIfThere } from './publish/tree';

/** The hash of this program's code, as cli/run.mjs hands it over; there is none where something else runs it. */
declare const PROGRAM_HASH: string | undefined;

/** What the rules found of a cluster, and what they looked at. */
export interface Verdict {
  /** One text for all that rules look at: other facts or objects have another. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
}

/**
 * The verdicts of an earlier run. The same program finds the same of the same facts and objects, so what did not change
 * is not checked again. Only runs that were published leave any, so an error is always found anew.
 */
export class Verdicts {
  private readonly file: string;
  private readonly byCluster: Map<string, Verdict>;

  private constructor(
    private readonly folder: string,
    /** What every fingerprint begins with. */
    private readonly program: string,
  ) {
    this.file = join(folder, 'verdicts.json');
    this.byCluster = new Map(Object.entries(readJson(this.file)));
  }

  /**
   * @param folder where they are kept; never committed
   * @returns undefined where nobody knows which program this is
   */
  static in(folder: string): Verdicts | undefined {
    if (typeof PROGRAM_HASH === 'undefined') return undefined;
    return Verdicts.of(folder, PROGRAM_HASH);
  }

  static of(folder: string, program: string): Verdicts {
    const hash = createHash('sha256').update(program).update(process.version);
    for (const path of readAtRunTime()) hash.update(`\0${path}\0`).update(readIfThere(path) ?? '');
    // Certificates expire: a verdict is of one day.
    return new Verdicts(folder, hash.update(new Date().toISOString().slice(0, 10)).digest('hex'));
  }

  fingerprint(model: ClusterModel, files: Files): string {
    // The objects are in the files; which kinds live in namespaces follows from them and from what is declared.
    const applications = model.applications.map((application) => ({ ...application, objects: undefined }));
    const facts = JSON.stringify({ ...model, applications, scopes: undefined });
    const hash = createHash('sha256').update(`${this.program}\0${facts}\0`);
    for (const [path, text] of files) hash.update(`${path}\0`).update(text);
    // Findings and waivers name constructs.
    const paths = model.applications.flatMap(({ objects }) => objects.map(({ path }) => path));
    return hash.update(paths.join('\0')).digest('base64');
  }

  /** What was found of a cluster that looked the same; undefined for one that did not. */
  find(cluster: string, fingerprint: string): readonly Finding[] | undefined {
    const known = this.byCluster.get(cluster);
    return known?.fingerprint === fingerprint ? known.findings : undefined;
  }

  /** Keeps the verdicts of a run. A reader has the old file or the new one, never half of one. */
  write(built: readonly BuiltCluster[]): void {
    for (const { name, verdict } of built) if (verdict) this.byCluster.set(name, verdict);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(Object.fromEntries(this.byCluster)));
    renameSync(`${this.file}.new`, this.file);
  }
}

/** What the code is given besides: the packages that are not in it, and the schemas that rules read. */
function readAtRunTime(): string[] {
  const schemas = readdirSync('imports').filter((name) => name.endsWith('.schema.jsonc'));
  return ['package-lock.json', ...schemas.sort().map((name) => join('imports', name))];
}

/** What is not there, or broken by hand, says nothing. */
function readJson(path: string): Record<string, Verdict> {
  try {
    return (JSON.parse(readIfThere(path) ?? '{}') ?? {}) as Record<string, Verdict>;
  } catch {
    return {};
  }
}
