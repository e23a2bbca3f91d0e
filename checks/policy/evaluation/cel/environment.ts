import type { Environment as CelEnvironment } from '@marcbachmann/cel-js';
import { Undecidable } from '../verdict';
import { OR_VALUE } from './dialect';
import { registerImages } from './images';
import { registerLists } from './lists';
import { registerNetwork } from './network';
import { registerQuantity } from './quantity';
import { registerAsking, registerResources } from './resources';
import { registerStrings } from './strings';
import { registerTwoVariables } from './two-variables';

/** Made once: it is dear, and no expression changes it. */
let environment: CelEnvironment | undefined;

/**
 * CEL with what Kubernetes' API server and Kyverno add to it. What only a running cluster can answer (its other objects,
 * registries, the network, the time) is there too, and undecidable.
 */
export function celEnvironment(): CelEnvironment {
  environment ??= make();
  return environment;
}

function make(): CelEnvironment {
  // Few programs need it, and it is an ES module of many files.
  const { Environment, Optional } = require('@marcbachmann/cel-js') as typeof import('@marcbachmann/cel-js');
  const made = new Environment({
    unlistedVariablesAreDyn: true,
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
  });
  registerQuantity(made);
  registerStrings(made);
  registerLists(made);
  registerNetwork(made);
  registerImages(made);
  registerTwoVariables(made);
  registerUnknown(made);
  registerResources(made);
  registerOrValue(made, Optional);
  return made;
}

/** Functions of Kyverno's libraries that ask the cluster, by the variable that they are called on. */
const ASKING = {
  http: ['Get', 'Post', 'Client'],
  globalContext: ['Get'],
  image: ['GetMetadata'],
} as const;

class Time {}

function registerUnknown(made: CelEnvironment): void {
  for (const [variable, functions] of Object.entries(ASKING)) {
    const type = `Asking.${variable}`;
    const Asks = class {};
    made.registerType(type, { ctor: Asks, fields: {} }).registerConstant(variable, type, new Asks());
    for (const name of functions) registerAsking(made, `${type}.${name}`, `${variable}.${name}`);
  }
  const now = () => {
    throw new Undecidable('asks for the time');
  };
  made
    .registerFunction('now(): google.protobuf.Timestamp', now)
    .registerType('Time', { ctor: Time, fields: {} })
    .registerConstant('time', 'Time', new Time())
    .registerFunction('Time.now(): google.protobuf.Timestamp', now)
    .registerFunction('parseServiceAccount(dyn): dyn', serviceAccount);
}

/** The account of `system:serviceaccount:<namespace>:<name>`. Source: Kyverno SDK, cel/libs/user (Kyverno v1.19). */
function serviceAccount(user: string): object {
  const [, Namespace = '', Name = ''] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user) ?? [];
  return { Name, Namespace };
}

/** On what is no optional it is the value itself. */
function registerOrValue(made: CelEnvironment, Optional: typeof import('@marcbachmann/cel-js').Optional): void {
  const orValue = (value: unknown, other: unknown) =>
    value instanceof Optional ? (value as { orValue(other: unknown): unknown }).orValue(other) : value;
  made.registerFunction(`dyn.${OR_VALUE}(dyn): dyn`, orValue);
}
