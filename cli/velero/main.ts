import { parseArgs } from 'node:util';
import { FleetError } from '../../fleet/finding';
import { optionProblem } from '../options';
import { formatFindings } from '../synth/report';
import { backupText } from './backup';
import { type LoadProps, readCluster } from './cluster-objects';
import { restoreText } from './restore';

const USAGE = `Usage: npm run --silent backup -- CLUSTER [SCHEDULE...]
       npm run --silent restore -- CLUSTER BACKUP [--from CLUSTER] [--namespace OLD=NEW...] [--storage-class OLD=NEW...]

Prints Velero's objects for one backup or restore, with the steps around them, and applies nothing. In git they would
run again when their time to live is over.

  SCHEDULE              only what these Schedules save
  BACKUP                a Backup's name (worlds-daily-20261120020000), or a Schedule's for its newest
  --from CLUSTER        the backup is another cluster's
  --namespace OLD=NEW   restores a namespace under another name, beside what runs; its routes and certificates are left out
  --storage-class O=N   restores claims of one StorageClass into another
`;

/** `npm run backup` and `npm run restore`. */
export async function velero(props: LoadProps, [command, ...argv]: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        namespace: { type: 'string', multiple: true, default: [] },
        'storage-class': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [cluster, ...rest] = positionals;
    if (values.help || cluster === undefined) {
      process.stderr.write(USAGE);
      return values.help ? 0 : 1;
    }
    const into = await readCluster(cluster, props);
    if (command === 'restore' && rest.length !== 1) {
      const names = into.schedules.map(({ name }) => name);
      throw new Error(
        `restore wants one backup: the name of a Backup, or of a Schedule for its newest. ${cluster} has ${names.join(', ') || 'no Schedule'}.`,
      );
    }
    const text =
      command === 'backup'
        ? backupText(into, rest)
        : restoreText({
            into,
            from: values.from === undefined ? into : await readCluster(values.from, props),
            backup: rest[0] ?? '',
            namespaces: pairs('--namespace', values.namespace),
            storageClasses: pairs('--storage-class', values['storage-class']),
          });
    process.stdout.write(text);
    return 0;
  } catch (error) {
    const option = optionProblem(error, ['--from', '--namespace', '--storage-class', '--help']);
    const text = option ? `${option}\n\n${USAGE}` : (error as Error).message;
    process.stderr.write(error instanceof FleetError ? `${formatFindings(error.findings)}\n` : `error  ${text}\n`);
    return 1;
  }
}

function pairs(option: string, texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const [from, to, ...more] = text.split('=');
      if (!from || !to || more.length > 0) throw new Error(`${option} wants OLD=NEW, not "${text}".`);
      return [from, to];
    }),
  );
}
