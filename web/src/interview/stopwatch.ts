/** A stopwatch that can be paused. Pure: whoever asks brings the time, in ms of a clock that only goes forward. */

export interface Stopwatch {
  /** How long it ran before it was last started. */
  readonly ran: number;
  /** When it was last started; null while it stands. */
  readonly since: number | null;
}

export const STILL: Stopwatch = { ran: 0, since: null };

/** The stopwatch running; one that runs goes on. */
export function started(watch: Stopwatch, now: number): Stopwatch {
  return watch.since === null ? { ...watch, since: now } : watch;
}

/** The stopwatch standing. */
export function paused(watch: Stopwatch, now: number): Stopwatch {
  return { ran: elapsed(watch, now), since: null };
}

/** How long it has run in all. */
export function elapsed({ ran, since }: Stopwatch, now: number): number {
  return since === null ? ran : ran + Math.max(0, now - since);
}

/** The last of some marks, in seconds, that lies in the time between; null for none. */
export function markBetween(before: number, after: number, marks: readonly number[]): number | null {
  return marks.filter((mark) => before < mark * 1000 && mark * 1000 <= after).pop() ?? null;
}

/** How much of a length in seconds has passed: from 0 to 1. */
export function share(ran: number, length: number): number {
  return length > 0 ? Math.min(1, ran / (length * 1000)) : 0;
}

/** Minutes and seconds as a clock has them: 1:05. */
export function clock(ran: number): string {
  const seconds = Math.floor(ran / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
