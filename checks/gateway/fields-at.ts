/** What stands at a path of an object: `spec.rules[].filters[].cors`. */
export function fieldsAt(object: unknown, path: string): unknown[] {
  let values = [object];
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    values = values.map((value) => (value as Record<string, unknown> | null | undefined)?.[name]);
    if (step.endsWith('[]')) values = values.flatMap((value) => (Array.isArray(value) ? value : []));
    values = values.filter((value) => value !== undefined && value !== null);
  }
  return values;
}
