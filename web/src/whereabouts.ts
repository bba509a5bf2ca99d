/**
 * How far a learner is in each lesson: what the log says of it, and what a page that is being read gives it to say.
 *
 * A section was read when it stayed at the reading line for some seconds; who only jumps through leaves no trace. A
 * lesson is finished when its end has been in view for a moment and at least half of its parts have stayed in view,
 * today or before. Half is kind: short parts pass the line quickly, and some readers are quick. Who takes that back
 * decides from then on by hand. Once a lesson is finished nothing more is noted of where it is left, so that a year of
 * reading comes to a few thousand entries.
 */
import { aboutAll, type Source } from "./log/about";
import type { Entry, EntryOf } from "./log/entry";
import { byPlace, standing } from "./log/order";

/** How a learner stands with a lesson. */
export interface Whereabouts {
  /** The entries that say it is finished; none where it is not. */
  readonly finished: readonly string[];
  /** Where it was left, the last time last. */
  readonly left: readonly EntryOf<"left">[];
  /** Whether the learner has ever said that it is not finished. */
  readonly isByHand: boolean;
}

/** What the entries about a lesson come to, under whichever of its names. */
export function whereaboutsOf(entries: readonly Entry[]): Whereabouts {
  const all = standing(entries);
  return {
    finished: all.filter(({ kind }) => kind === "finished").map(({ id }) => id),
    left: all.filter((entry) => entry.kind === "left"),
    isByHand: entries.some(({ kind }) => kind === "undone"),
  };
}

/**
 * How a learner stands with a lesson, by all names that it has or had. Only its own entries are read: sixty lessons
 * beside 100,000 entries take less than a tenth of a second, a thousand about one, and the page does not wait.
 */
export async function whereaboutsIn(log: Source, names: readonly string[]): Promise<Whereabouts> {
  return whereaboutsOf(await aboutAll(log, names));
}

/** The lessons that an attribute of the page names: `kettles pots, teapots` are two, the first with an older name. */
export function lessonsIn(attribute: string | undefined): string[][] {
  return (attribute ?? "").split(", ").map((names) => names.split(" "));
}

/** How a learner stands with several lessons as one: all of them finished, or at least one begun. */
export function stateOf(lessons: readonly Whereabouts[]): "" | "begun" | "finished" {
  if (lessons.every(({ finished }) => finished.length > 0)) return "finished";
  return lessons.some(({ finished, left }) => finished.length + left.length > 0) ? "begun" : "";
}

/** The place of the lesson to go on with: of those unfinished the one left last, else the first; -1 for none. */
export function toGoOnWith(lessons: readonly Whereabouts[]): number {
  let found = -1;
  let last: EntryOf<"left"> | undefined;
  for (const [at, { finished, left }] of lessons.entries()) {
    if (finished.length > 0) continue;
    const mine = left[left.length - 1];
    const isLater = mine && (!last || byPlace(mine, last) > 0);
    if (isLater) last = mine;
    if (isLater || found < 0) found = at;
  }
  return found;
}

/** What a page shows. */
export interface Sight {
  /** The id of the section at the reading line; '' for the opening. */
  readonly section: string;
  /** Whether the end of the text is in view. */
  readonly isEnd: boolean;
}

/** How long a section is looked at before it counts as read, in ms. */
const STAY = 5000;

/** How long is more than passing by: for the end of a lesson, and for a section before the learner turns elsewhere. */
const GLANCE = 1500;

/** What follows when a page shows something now; null for `sight` while nobody sees it. */
export type Look = (
  sight: Sight | null,
  now: number,
) => {
  /** The section at the reading line, once it has stayed there. */
  readonly place: string | null;
  /** Whether the lesson was read to its end. */
  readonly isRead: boolean;
};

/** A lesson of so many parts, its opening among them, that is about to be read; `before` are those that were. */
export function reading(parts: number, before: Iterable<string>): Look {
  const stayed = new Set(before);
  let here: string | null = null;
  let since = 0;
  let end = Infinity;
  return (sight, now) => {
    end = sight?.isEnd ? Math.min(end, now) : Infinity;
    if (sight && sight.section !== here) [here, since] = [sight.section, now];
    const place = now - since < (sight ? STAY : GLANCE) ? null : here;
    if (place !== null) stayed.add(place);
    if (!sight) here = null;
    return { place, isRead: now - end >= GLANCE && stayed.size * 2 >= parts };
  };
}
