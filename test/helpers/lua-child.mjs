// Runs a Lua script from standard input as Argo CD runs a custom health check: with Lua's base and table libraries
// only. Prints the result as JSON. A process of its own, since the interpreter (WebAssembly) is a native ES module.
import { readFileSync } from 'node:fs';
import { LuaFactory } from 'wasmoon';

const lua = await new LuaFactory().createEngine({ openStandardLibs: true });
for (const name of ['string', 'math', 'os', 'io', 'coroutine', 'require', 'utf8', 'debug', 'package']) {
  await lua.doString(`${name} = nil`);
}
process.stdout.write(JSON.stringify(await lua.doString(readFileSync(0, 'utf8'))));
process.exit(0);
