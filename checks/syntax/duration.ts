/**
 * A Go duration: numbers with units, such as `1h30m` or `720h`. There are no days. Source: Go 1.26, time.ParseDuration.
 */
export function isGoDuration(text: string): boolean {
  return text === '0' || /^[-+]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text);
}

/** What a wrong duration was probably meant to be: days and weeks in hours, a bare number in seconds. */
export function goDurationFix(text: string): string {
  const days = /^([0-9]+)([dw])$/.exec(text);
  if (days) return `"${Number(days[1]) * (days[2] === 'w' ? 168 : 24)}h"`;
  return /^[0-9]+$/.test(text) ? `"${text}s"` : 'such as "30s", "10m" or "1h30m"';
}

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** A Go duration in seconds; undefined where it is none. */
export function goDurationSeconds(text: string | undefined): number | undefined {
  if (text === undefined || !isGoDuration(text)) return undefined;
  const parts = [...text.matchAll(/([0-9.]+)(ns|us|µs|μs|ms|s|m|h)/g)];
  const sum = parts.reduce((total, [, number, unit]) => total + Number(number) * (SECONDS[unit ?? ''] ?? 0), 0);
  return text.startsWith('-') ? -sum : sum;
}
