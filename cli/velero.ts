import { fleet } from '../clusters/fleet';
import { velero } from './velero/main';

velero({ fleet, load: (name) => import(`../clusters/${name}.ts`) }, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
