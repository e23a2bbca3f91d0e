// Stack traces of a bundle in terms of its sources. The map is parsed, and a frame mapped, only when somebody
// reads a stack: a clean run pays nothing. (`node --enable-source-maps` costs seconds where stacks are read often.)
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

export function mapStackTraces(bundlePath, mapText, root) {
  let map;
  const position = (site) => {
    const file = site.getFileName() ?? '<anonymous>';
    const line = site.getLineNumber() ?? 0;
    const column = site.getColumnNumber() ?? 0;
    if (file !== bundlePath) return `${file}:${line}:${column}`;
    map ??= new SourceMap(JSON.parse(mapText));
    const entry = map.findEntry(line - 1, column - 1);
    if (!entry.originalSource) return `${file}:${line}:${column}`;
    const source = relative(root, resolve(dirname(bundlePath), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  };
  Error.prepareStackTrace = (error, sites) => {
    const frames = sites.map((site) => {
      const name = site.getFunctionName() ?? site.getMethodName();
      const type = site.isConstructor() ? 'new ' : '';
      return name ? `    at ${type}${name} (${position(site)})` : `    at ${position(site)}`;
    });
    return [String(error), ...frames].join('\n');
  };
}
