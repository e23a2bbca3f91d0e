import { type Admission, namespaceLabels, requestOf, unknownIn } from './admission';
import { evaluate } from './cel/program';
import { Resources } from './cel/resources';
import { toCel } from './cel/values';

/** An expression with a name. */
export interface Named {
  readonly name: string;
  readonly expression: string;
}

/** What a policy's expressions may name. */
export type Scope = Record<string, unknown>;

/** The variables of a policy's expressions; its own are computed when they are asked for. */
export function scopeOf(
  { variables = [], more = {} }: { readonly variables?: readonly Named[]; readonly more?: Scope },
  admission: Admission,
): Scope {
  const { object, cluster } = admission;
  const resource = new Resources(cluster.list?.bind(cluster));
  const scope: Scope = { object: toCel(object), oldObject: null, resource };
  for (const [name, value] of Object.entries(more)) scope[name] = toCel(value);
  lazily(scope, 'request', () => toCelKeeping(requestOf(admission)));
  lazily(scope, 'namespaceObject', () => {
    const name = object.metadata.namespace;
    if (name === undefined) return null;
    const found = cluster.namespace(name);
    if (found) return toCel({ ...found, metadata: { ...found.metadata, labels: namespaceLabels(admission) } });
    const metadata = unknownIn({ name }, 'labels', `for labels of the namespace "${name}", which is not written here`);
    return { apiVersion: 'v1', kind: 'Namespace', metadata };
  });
  unknownIn(scope, 'authorizer', 'what who makes the request may do');
  const computed: Record<string, unknown> = {};
  for (const { name, expression } of variables) {
    lazily(computed, name, () => {
      const outcome = evaluate(expression, scope);
      if ('error' in outcome) throw new Error(`variables.${name}: ${outcome.error}`);
      return outcome.value;
    });
  }
  scope['variables'] = computed;
  return scope;
}

/** The request's fields as CEL has them, without asking for those that are unknown. */
function toCelKeeping(request: Record<string, unknown>): Record<string, unknown> {
  const made = toCel({ ...request }) as Record<string, unknown>;
  return unknownIn(made, 'userInfo', 'who makes the request');
}

function lazily(target: object, name: string, compute: () => unknown): void {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute();
      Object.defineProperty(target, name, { value, enumerable: true });
      return value;
    },
  });
}
