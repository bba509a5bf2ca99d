/** What of the course may be asked for: all of the lessons that the learner has begun. Pure. */
import type { Course, Lesson } from "../course";
import type { Askable } from "./queue";

/** Something to be asked for, with its lesson. */
export interface Asked extends Askable {
  readonly type: string;
}

export interface Scope {
  /** The lessons whose cards may be begun. */
  readonly lessons: readonly Lesson[];
  /** Whether the learner has done nothing yet: it is the first lesson then that has cards. */
  readonly isFirst: boolean;
}

/** The lessons that are open to a learner who has `met` lessons, items and cards by these ids. */
export function scopeOf({ lessons }: Course, met: ReadonlySet<string>): Scope {
  const begun = lessons.filter((lesson) => isBegun(lesson, met));
  if (begun.length > 0) return { lessons: begun, isFirst: false };
  return { lessons: lessons.filter(({ cards }) => cards.length > 0).slice(0, 1), isFirst: true };
}

/** All that a lesson has to ask for, its cards first. */
export function askedOf({ id: lesson, items, cards }: Lesson): Asked[] {
  return [
    ...cards.map(({ id, type }): Asked => ({ id, type, kind: "card", lesson })),
    ...items.map(({ id, type }): Asked => ({ id, type, kind: "item", lesson })),
  ];
}

function isBegun({ id, items, cards }: Lesson, met: ReadonlySet<string>): boolean {
  return met.has(id) || [...items, ...cards].some((each) => met.has(each.id));
}
