/** Which misconceptions the wrong options that were chosen give away, and whether they still do. Pure. */
import type { Course, Misconception } from "../course";
import type { Entry, EntryOf } from "../log/entry";

/** An answer to an item that has shown a misconception: with it, or without. */
export interface Trace {
  readonly at: number;
  readonly shows: boolean;
}

export interface Held {
  readonly misconception: Misconception;
  readonly times: number;
  /** When it was last shown. */
  readonly last: number;
  /** How many first tries at the same items have come since without it: from one on, it no longer shows. */
  readonly since: number;
  /** All answers that bear on it, in order. */
  readonly traces: readonly Trace[];
}

/**
 * The misconceptions that were shown at least once: those that still show first, each group from the latest on. Every
 * check that shows one counts. Only a first try counts against it: whoever tries again at once has just been told.
 * `entries` are those that hold, in order.
 */
export function heldBy(course: Course, entries: readonly Entry[]): Held[] {
  const answers = entries.filter((entry): entry is EntryOf<"answered"> => entry.kind === "answered");
  return course.misconceptions
    .flatMap((misconception) => heldIn(misconception, answers))
    .sort((one, other) => Math.min(one.since, 1) - Math.min(other.since, 1) || other.last - one.last);
}

function heldIn(misconception: Misconception, answers: readonly EntryOf<"answered">[]): Held[] {
  const shown = new Set<string>();
  const traces: Trace[] = [];
  for (const { about, at, first, shows } of answers) {
    const isShown = shows.includes(misconception.id);
    if (isShown) shown.add(about);
    if (isShown || (first && shown.has(about))) traces.push({ at, shows: isShown });
  }
  const all = traces.filter((trace) => trace.shows);
  const last = all[all.length - 1];
  if (!last) return [];
  const since = traces.length - 1 - traces.lastIndexOf(last);
  return [{ misconception, times: all.length, last: last.at, since, traces }];
}
