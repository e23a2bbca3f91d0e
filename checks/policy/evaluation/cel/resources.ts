import type { Environment as CelEnvironment } from '@marcbachmann/cel-js';
import type { Surroundings } from '../admission';
import { Undecidable } from '../verdict';
import { toCel } from './values';

/** How many arguments a function that asks the cluster may have: which are right, the cluster's own compiler tells. */
export const ARGUMENTS = ['', 'dyn', 'dyn, dyn', 'dyn, dyn, dyn', 'dyn, dyn, dyn, dyn'];

/** A function that only the running cluster can answer. */
export function registerAsking(made: CelEnvironment, signature: string, name: string, args = ARGUMENTS): void {
  const ask = () => asked(name);
  for (const each of args) made.registerFunction(`${signature}(${each}): dyn`, ask);
}

function asked(name: string): never {
  throw new Undecidable(`calls ${name}(), which asks the running cluster`);
}

/** The variable `resource`: the cluster's objects, where all of a kind are known. */
export class Resources {
  constructor(readonly list: Surroundings['list']) {}
}

/** Source: Kyverno SDK, cel/libs/resource (Kyverno v1.19): List(apiVersion, plural, namespace) gives a list object. */
export function registerResources(made: CelEnvironment): void {
  const type = 'Asking.resource';
  made.registerType(type, { ctor: Resources, fields: {} }).registerVariable('resource', type);
  for (const name of ['Get', 'Post']) registerAsking(made, `${type}.${name}`, `resource.${name}`);
  const inNamespace = 'dyn, dyn, dyn';
  const others = ARGUMENTS.filter((args) => args !== inNamespace);
  registerAsking(made, `${type}.List`, 'resource.List', others);
  const listed = ({ list }: Resources, apiVersion: string, plural: string, namespace: string) => {
    const items = list?.(apiVersion, plural, namespace);
    return items ? toCel({ items }) : asked('resource.List');
  };
  made.registerFunction(`${type}.List(${inNamespace}): dyn`, listed);
}
