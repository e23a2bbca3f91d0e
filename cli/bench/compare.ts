import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { SYNC_OPTIONS } from '../../fleet/derive/annotations';
import { groupKind, type KubeObject } from '../../fleet/object';
import { readTree } from '../../fleet/publish/tree';
import { Scopes } from '../../fleet/scopes';

/** How the two outputs relate, object by object. */
export interface Comparison {
  readonly objects: number;
  /** Cluster-scoped objects that only vanilla gives a namespace (cdk8s-team/cdk8s#1558). */
  readonly namespacesTakenOff: number;
  /** Objects that only this engine protects from pruning and deletion. */
  readonly protected: number;
}

/**
 * Compares every object that vanilla cdk8s wrote with the one of this engine.
 * @throws Error where they differ in anything but what is counted
 */
export function compareOutputs(folder: string): Comparison {
  const scopes = new Scopes([], []);
  const vanilla = join(folder, 'vanilla-folders', 'dist');
  const engine = join(folder, 'engine', 'dist');
  const { files } = readTree(vanilla);
  let [namespacesTakenOff, protectedObjects] = [0, 0];
  for (const path of files) {
    const [cluster = '', application = ''] = path.split('/');
    const theirs = load(readFileSync(join(vanilla, path), 'utf8')) as KubeObject;
    const file = `${theirs.kind.toLowerCase()}-${theirs.metadata.name}.yaml`;
    const ours = load(readFileSync(join(engine, cluster, 'apps', application, file), 'utf8')) as KubeObject;
    if (scopes.isNamespaced(groupKind(theirs.apiVersion, theirs.kind)) === false && theirs.metadata.namespace) {
      delete theirs.metadata.namespace;
      namespacesTakenOff++;
    }
    const { [SYNC_OPTIONS]: options, ...annotations } = ours.metadata.annotations ?? {};
    if (options !== undefined) {
      protectedObjects++;
      if (Object.keys(annotations).length > 0) ours.metadata.annotations = annotations;
      else delete ours.metadata.annotations;
    }
    if (!isDeepStrictEqual(theirs, ours)) throw new Error(`${path} is not what ${file} of this engine says.`);
  }
  return { objects: files.length, namespacesTakenOff, protected: protectedObjects };
}
