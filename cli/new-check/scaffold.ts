import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { didYouMean } from '../../fleet/did-you-mean';
import { DNS_LABEL } from '../../fleet/names';
import { pageText, ruleText, testText } from './templates';

const REGISTRY = 'checks/registry.ts';

/**
 * Makes a rule with its test and its page, and registers it.
 * @param id `<system>/<what must hold>`
 * @returns the files that were made or changed
 * @throws Error with what is wrong with the id
 */
export function scaffold(id: string): string[] {
  const [system = '', name = '', ...more] = id.split('/');
  if (more.length > 0 || !DNS_LABEL.test(system) || !DNS_LABEL.test(name)) {
    throw new Error(`"${id}" is no rule's id: <system>/<what-must-hold>, in lower case: gateway/listener-name.`);
  }
  const systems = systemsOf();
  if (!systems.includes(system)) {
    throw new Error(
      `There is no system "${system}" in checks/.${didYouMean(system, systems)} A new one is a new folder there.`,
    );
  }
  const rule = `checks/${system}/${name}.ts`;
  if (existsSync(rule)) throw new Error(`${rule} is there already.`);
  const registry = readFileSync(REGISTRY, 'utf8');
  const own = camelCase(name);
  const registered = new RegExp(`\\b${own}\\b`).test(registry) ? camelCase(`${system}-${name}`) : own;
  const files: Readonly<Record<string, string>> = {
    [rule]: ruleText(id, own),
    [`test/checks/${system}/${name}.test.ts`]: testText(id),
    [`docs/checks/${id}.md`]: pageText(id),
    [REGISTRY]: register(registry, `./${system}/${name}`, own, registered),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return Object.keys(files);
}

const systemsOf = () =>
  readdirSync('checks', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'syntax')
    .map(({ name }) => name);

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The registry with one rule more: its import where its path belongs, and the rule last. */
function register(registry: string, path: string, name: string, registered: string): string {
  const imported = name === registered ? name : `${name} as ${registered}`;
  const line = `import { ${imported} } from '${path}';\n`;
  const pathOf = (text: string) => /from '([^']+)'/.exec(text)?.[1] ?? '';
  const imports = [...registry.matchAll(/^import \{[^}]*\} from '\.\/[^']+\/[^']+';\n/gm)];
  const next = imports.find(([text]) => pathOf(text) > path);
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  const withImport = registry.slice(0, at) + line + registry.slice(at);
  const end = withImport.lastIndexOf('];');
  return `${withImport.slice(0, end)}  ${registered},\n${withImport.slice(end)}`;
}
