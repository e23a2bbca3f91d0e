import { fleet } from '../clusters/fleet';
import { checkCommand } from './check/main';

checkCommand({ fleet, load: (name) => import(`../clusters/${name}.ts`) }, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
