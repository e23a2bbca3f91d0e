import { parseArgs } from 'node:util';
import { scaffold } from './new-check/scaffold';
import { optionProblem } from './options';

const USAGE = `Usage: npm run new:check -- <system>/<what-must-hold>

Makes a rule in checks/, its test in test/checks/ and its page in docs/checks/, and registers it.
`;

/** `npm run new:check`. */
function main(): number {
  const say = (text: string) => process.stderr.write(text);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    const [id] = positionals;
    if (values.help || id === undefined || positionals.length > 1) {
      say(USAGE);
      return values.help ? 0 : 2;
    }
    for (const path of scaffold(id)) say(`written  ${path}\n`);
    say(`
Next: write the rule and its examples (everything that says TODO), then
  npx jest test/checks/${id}     until it is green but for its page
  npm run docs                   writes the page
  npm run check                  what it finds in the clusters
`);
    return 0;
  } catch (error) {
    const option = optionProblem(error as Error, ['--help']);
    say(`error  ${option ? `${option}\n\n${USAGE}` : `${(error as Error).message}\n`}`);
    return 2;
  }
}

process.exitCode = main();
