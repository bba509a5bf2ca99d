/** What a learner's day holds: the queue of the course with names, and how long it takes. Pure. */
import type { Course, Lesson } from "../course";
import type { Settings } from "../settings";
import { DAY } from "../time";
import { beginOfDay, endOfDay } from "./day";
import { minutesFor } from "./pace";
import { isDue, today, type Askable } from "./queue";
import type { Known } from "./standing";

/** Something to be asked for, with its lesson. */
export interface Asked extends Askable {
  readonly type: string;
}

export interface Agenda {
  /** What is to be asked for now: what is due, then what is new. */
  readonly asked: readonly Asked[];
  readonly due: number;
  readonly fresh: number;
  /** The minutes that these take. */
  readonly minutes: number;
  /** How many more are due, and wait for another day. */
  readonly waiting: number;
  /** When what rests for minutes comes back, soonest first. */
  readonly soon: readonly number[];
  /** How many of what is known fall due on the next day. */
  readonly tomorrow: number;
  /** How many were asked for on this day so far. */
  readonly today: number;
  /** The lesson with which a learner begins who has done nothing yet; null for all others. */
  readonly beginner: Lesson | null;
}

/** The day in which `now` lies. */
export function agenda(course: Course, { standings, met }: Known, settings: Settings, now: number): Agenda {
  const all = course.lessons.flatMap(askedOf);
  const begun = course.lessons.filter((lesson) => isBegun(lesson, met));
  const beginner = begun.length === 0 ? (course.lessons.find(({ cards }) => cards.length > 0) ?? null) : null;
  const open = new Set([...begun, ...(beginner ? [beginner] : [])].map(({ id }) => id));
  const start = beginOfDay(now);
  const end = endOfDay(now);
  const { limit, fresh: most } = settings;
  const { due, fresh, waiting, soon } = today(all, standings, open, { now, start, end, limit, fresh: most });
  const byId = new Map(all.map((each) => [each.id, each]));
  const asked = [...due, ...fresh].flatMap((id) => byId.get(id) ?? []);
  const known = all.flatMap(({ id }) => standings.get(id) ?? []);
  const later = { now: end, end: end + DAY };
  return {
    asked,
    due: due.length,
    fresh: fresh.length,
    minutes: minutesFor(asked.map(({ type }) => type)),
    waiting,
    soon,
    tomorrow: known.filter((each) => isDue(each, later)).length,
    today: known.filter(({ memory }) => memory.reps > 0 && memory.last >= start).length,
    beginner,
  };
}

/** Whether a learner has done something with a lesson, or with something of it. */
export function isBegun({ id, items, cards }: Lesson, met: ReadonlySet<string>): boolean {
  return met.has(id) || [...items, ...cards].some((each) => met.has(each.id));
}

function askedOf({ id: lesson, items, cards }: Lesson): Asked[] {
  return [
    ...cards.map(({ id, type }): Asked => ({ id, type, kind: "card", lesson })),
    ...items.map(({ id, type }): Asked => ({ id, type, kind: "item", lesson })),
  ];
}
