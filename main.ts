import { synth } from './cli/synth/main';
import { fleet } from './clusters/fleet';

// Each cluster is a module of its own in clusters/, loaded only when it is wanted.
synth({ fleet, load: (name) => import(`./clusters/${name}.ts`) }, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
