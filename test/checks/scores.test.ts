import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const CASES = '../shared/oracles';
const there = existsSync(CASES) ? test : test.skip;
if (!existsSync(CASES))
  console.warn(`SKIPPED: ${CASES} is not here, so the scores in docs/checks/README.md are not measured.`);

const SYSTEM =
  /^(\S+): bad cases caught (\S+) .*?errors found on the right object (\S+) .*?(?:with the right reason (\S+) .*?)?clean cases wrongly failed (\S+) /gm;
const GATEWAY_API = /^gateway-api: invalid refused (\S+), valid wrongly refused (\S+)$/m;

there(
  'docs/checks/README.md says how good the rules are',
  () => {
    const said = execFileSync(process.execPath, [`${CASES}/score.mjs`], { encoding: 'utf8', stdio: 'pipe' });
    const rows = [...said.matchAll(SYSTEM)].map(
      ([, system, bad, object, reason, clean]) =>
        `| ${system} | ${share(bad)} | ${share(object)} | ${reason ? `${share(reason)} ` : ''}| ${share(clean)} |`,
    );
    const [, refused, wrongly] = GATEWAY_API.exec(said) ?? [];
    rows.push(`| gateway-api (what the API server refuses) | ${share(refused)} | | | ${share(wrongly)} |`);
    expect(rows).toHaveLength(8);
    const page = readFileSync('docs/checks/README.md', 'utf8').split('\n');
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  },
  300_000,
);

/** `92/102` as `92 of 102 (90 %)`; nothing is rounded to all or none. */
function share(fraction = ''): string {
  const [part = '', whole = ''] = fraction.split('/');
  const percent = Math.round((100 * Number(part)) / Number(whole));
  return `${part} of ${whole}${part === whole || part === '0' ? '' : ` (${percent} %)`}`;
}
