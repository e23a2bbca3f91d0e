/** Whether two hostnames have a host in common; `*.example.com` stands for every host below. */
export function intersect(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === '' || b === '') return true;
  if (a === b) return true;
  return covers(a, b) || covers(b, a);
}

/** Whether a hostname, or a wildcard, takes another. */
export function covers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  return wide.startsWith('*.') && narrow.endsWith(wide.slice(1)) && narrow !== wide.slice(2);
}

/** Whether a certificate's name is good for a host: its wildcard stands for one label. */
export function certifies(name: string, host: string): boolean {
  if (name === host) return true;
  if (!name.startsWith('*.')) return false;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === name.slice(1);
}
