import { didYouMean } from '../../fleet/did-you-mean';
import type { Part } from './schemas';
import { valueProblem } from './value';

/** What the API server would refuse of an object. */
export interface Problem {
  readonly what: 'unknown' | 'missing' | 'type' | 'value';
  /** The field's path. */
  readonly at: string;
  readonly message: string;
  readonly fix: string;
}

const NONE: readonly Problem[] = [];

/** Compares objects with their kinds' schemas. */
export class Validator {
  /** The way to the value that is looked at: put together only where something is wrong. */
  private readonly way: (string | number)[] = [];
  private problems: Problem[] | undefined;

  /** @param kubernetes the cluster's: fields that came later are unknown to it */
  constructor(private readonly kubernetes: string) {}

  problemsOf(object: object, schema: Part): readonly Problem[] {
    this.problems = undefined;
    this.map(object as Record<string, unknown>, schema);
    return this.problems ?? NONE;
  }

  private map(value: Record<string, unknown>, part: Part): void {
    const { fields, values, since, skipped, required } = part;
    for (const key in value) {
      const item = value[key];
      const field = fields?.get(key) ?? values;
      if (field !== undefined) {
        if (since?.[key] !== undefined && isLater(since[key], this.kubernetes)) this.newer(key, since[key]);
        else this.below(key, item, field);
      } else if (!part.open && !skipped?.has(key)) this.unknown(key, part);
    }
    if (required !== undefined) {
      for (const key of required) {
        if (value[key] === undefined || value[key] === null) {
          this.say('missing', `lacks "${key}"`, `Say it: ${key}.`);
        }
      }
    }
    if (part.minProperties !== undefined || part.maxProperties !== undefined)
      this.count(Object.keys(value).length, part);
  }

  private below(step: string | number, value: unknown, part: Part): void {
    if ((part.text && typeof value === 'string') || value === null || value === undefined) return;
    this.way.push(step);
    this.value(value, part);
    this.way.pop();
  }

  private path(): string {
    return this.way.reduce<string>(
      (path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
      '',
    );
  }

  private value(value: unknown, part: Part): void {
    const wanted = wantedInstead(value, part);
    if (wanted !== undefined) this.wrongType(value, wanted);
    else if (Array.isArray(value)) this.list(value, part);
    else if (typeof value === 'object') {
      if (part.type === 'object' || part.fields) this.map(value as Record<string, unknown>, part);
    } else if (part.bounded) this.bounds(value as string | number, part);
  }

  private list(items: readonly unknown[], part: Part): void {
    if (part.items !== undefined) {
      for (let i = 0; i < items.length; i++) this.below(i, items[i], part.items);
    }
    if (part.minItems !== undefined || part.maxItems !== undefined) {
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = part;
      if (items.length < minItems)
        this.say('value', `has ${items.length} items; ${minItems} are the least`, 'Add some.');
      if (items.length > maxItems)
        this.say('value', `has ${items.length} items; ${maxItems} are the most`, 'Take some out.');
    }
    if (items.length > 1 && (part.keys !== undefined || part.unique)) this.twice(items, part);
  }

  private twice(items: readonly unknown[], { keys }: Part): void {
    const seen = new Set<string>();
    for (const value of items) {
      // What is left out has its default, which is the same for all.
      const id = keys
        ? JSON.stringify(keys.map((key) => (value as Record<string, unknown> | null)?.[key]))
        : JSON.stringify(value);
      if (seen.has(id)) {
        const what = keys
          ? keys.map((key) => `${key} ${JSON.stringify((value as Record<string, unknown> | null)?.[key])}`).join(', ')
          : id;
        this.say('value', `has two items of ${what}`, 'Take one out.');
      }
      seen.add(id);
    }
  }

  private bounds(value: string | number, part: Part): void {
    const problem = valueProblem(value, part);
    if (problem) this.say('value', problem[0], problem[1]);
  }

  private count(count: number, { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY }: Part): void {
    if (count < minProperties) this.say('value', `has ${count} fields; ${minProperties} are the least`, 'Say one.');
    if (count > maxProperties) this.say('value', `has ${count} fields; ${maxProperties} are the most`, 'Keep one.');
  }

  private unknown(key: string, { fields }: Part): void {
    const known = [...(fields?.keys() ?? [])];
    this.say(
      'unknown',
      `has the field "${key}", which the API does not know.${didYouMean(key, known)}`,
      'Look at its name, and where it stands.',
    );
  }

  private newer(key: string, since: string): void {
    this.say(
      'unknown',
      `has the field "${key}", which came with Kubernetes ${since}; the cluster is ${this.kubernetes}`,
      'Leave it out until the cluster is raised.',
    );
  }

  private wrongType(value: unknown, wanted: string): void {
    const shown = JSON.stringify(value);
    const text = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
    this.say('type', `is ${text}, not ${wanted}`, `Write ${wanted}.`);
  }

  private say(what: Problem['what'], message: string, fix: string): void {
    this.problems ??= [];
    this.problems.push({ what, at: this.path(), message, fix });
  }
}

/** What a value should be, where it is of another type. */
function wantedInstead(value: unknown, part: Part): string | undefined {
  if (part.intOrString)
    return typeof value === 'string' || typeof value === 'number' ? undefined : 'a number or a text';
  switch (part.type) {
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : 'a map';
    case 'array':
      return Array.isArray(value) ? undefined : 'a list';
    case 'string':
      return typeof value === 'string' ? undefined : 'a text';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'integer':
      return Number.isInteger(value) ? undefined : 'a whole number';
    case 'number':
      return typeof value === 'number' ? undefined : 'a number';
    default:
      return undefined;
  }
}

const isLater = (since: string, kubernetes: string) => Number(since.split('.')[1]) > Number(kubernetes.split('.')[1]);
