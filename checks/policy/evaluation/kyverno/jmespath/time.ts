import { goDurationSeconds } from '../../../../syntax/duration';
import { Undecidable } from '../../verdict';
import type { Functions } from './functions';

const now = (): never => {
  throw new Undecidable('asks for the time');
};

/** A time in RFC 3339, in milliseconds. */
function read(value: unknown): number {
  const time = Date.parse(String(value));
  if (Number.isNaN(time)) throw new Undecidable(`has the time ${JSON.stringify(value)}, which is not understood here`);
  return time;
}

const written = (time: number) => new Date(time).toISOString().replace(/\.000Z$/, 'Z');

function since(layout: unknown, from: unknown, to: unknown): string {
  if (layout !== '') throw new Undecidable(`reads times by the layout ${JSON.stringify(layout)}`);
  return to === '' ? now() : difference(from, to);
}

const difference = (from: unknown, to: unknown) => `${(read(to) - read(from)) / 1000}s`;

/** Functions of time: those that ask for the present one are undecidable. */
export const timeFunctions: Functions = {
  time_now: [0, now],
  time_now_utc: [0, now],
  time_since: [3, ([layout, from, to]) => since(layout, from, to)],
  time_diff: [2, ([from, to]) => difference(from, to)],
  time_before: [2, ([a, b]) => read(a) < read(b)],
  time_after: [2, ([a, b]) => read(a) > read(b)],
  time_between: [3, ([time, from, to]) => read(time) > read(from) && read(time) < read(to)],
  time_add: [2, ([time, duration]) => written(read(time) + (goDurationSeconds(String(duration)) ?? 0) * 1000)],
  time_utc: [1, ([time]) => written(read(time))],
  time_parse: [2, now],
  time_to_cron: [1, now],
  time_truncate: [2, now],
};
