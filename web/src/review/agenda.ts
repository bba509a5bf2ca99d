/** What a learner's day holds: the queue of the course with names, and how long it takes. Pure. */
import type { Course, Lesson } from "../course";
import type { Settings } from "../settings";
import { DAY } from "../time";
import { beginOfDay, endOfDay } from "./day";
import { minutesFor } from "./pace";
import { preparation, type Preparation } from "./preparation";
import { isDue, isResting, today } from "./queue";
import { askedOf, scopeOf, type Asked } from "./scope";
import type { Known, Standing } from "./standing";

export interface Agenda {
  /** What is to be asked for now, in order. */
  readonly asked: readonly Asked[];
  /** How many of these were asked for before, and how many are new. */
  readonly due: number;
  readonly fresh: number;
  /** The minutes that these take. */
  readonly minutes: number;
  /** How many more are due, and wait for another day. */
  readonly waiting: number;
  /** When what rests for minutes comes back, soonest first. */
  readonly soon: readonly number[];
  /** How many of what is known fall due on the next day, beside those that come back sooner or were put off. */
  readonly tomorrow: number;
  /** How many come on the next day since they were put off. */
  readonly putOff: number;
  /** When the first comes back of what is due later than that; null for never. */
  readonly next: number | null;
  /** How many new ones wait for another day, and how many of these come on the next. */
  readonly held: number;
  readonly heldTomorrow: number;
  /** How many were asked for on this day so far. */
  readonly today: number;
  /** The lesson with which a learner begins who has done nothing yet; null for all others. */
  readonly beginner: Lesson | null;
  /** The interview that is ahead, by whose plan the day is filled; null where there is none. */
  readonly interview: Preparation | null;
}

/** The day in which `now` lies. Before an interview its plan fills the day, else what is due does. */
export function agenda(course: Course, known: Known, settings: Settings, now: number): Agenda {
  const { standings, met } = known;
  const all = course.lessons.flatMap(askedOf);
  const scope = scopeOf(course, met);
  const open = new Set(scope.lessons.map(({ id }) => id));
  const [start, end] = [beginOfDay(now), endOfDay(now)];
  const { limit, fresh: most } = settings;
  const queue = today(all, standings, open, { now, start, end, limit, fresh: most });
  const prepared = preparation(course, known, settings, now);
  const interview = prepared?.plan.when === "passed" ? null : prepared;
  const byId = new Map(all.map((each) => [each.id, each]));
  const ids = interview ? interview.plan.today : [...queue.due, ...queue.fresh];
  const asked = ids.flatMap((id) => byId.get(id) ?? []);
  const due = asked.filter(({ id }) => isBegun(standings.get(id))).length;
  const stand = all.flatMap(({ id }) => standings.get(id) ?? []);
  return {
    asked,
    due,
    fresh: asked.length - due,
    minutes: minutesFor(asked.map(({ type }) => type)),
    waiting: interview ? 0 : queue.waiting,
    soon: queue.soon,
    ...laterOf(stand, now, end),
    held: interview ? 0 : queue.held,
    heldTomorrow: interview ? 0 : Math.min(queue.held, most),
    today: stand.filter(({ memory }) => memory.reps > 0 && memory.last >= start).length,
    beginner: scope.isFirst ? (scope.lessons[0] ?? null) : null,
    interview,
  };
}

/** What comes after today. */
function laterOf(stand: readonly Standing[], now: number, end: number): Pick<Agenda, "tomorrow" | "putOff" | "next"> {
  const tomorrow = { now: end, end: end + DAY };
  const coming = stand.filter((each) => !isResting(each, { now, end }) && (isDue(each, tomorrow) || isNewPutOff(each, now)));
  const putOff = coming.filter(({ buriedUntil }) => buriedUntil > now).length;
  const later = stand.filter((each) => !each.isSuspended && isBegun(each) && each.memory.due >= tomorrow.end);
  const next = later.reduce((least, { memory }) => Math.min(least, memory.due), Infinity);
  return { tomorrow: coming.length - putOff, putOff, next: next === Infinity ? null : next };
}

/** Whether it is put off and was never asked for. */
function isNewPutOff(standing: Standing, now: number): boolean {
  return !isBegun(standing) && !standing.isSuspended && standing.buriedUntil > now;
}

/** Whether something was asked for before, as a card or as a question that was missed. */
function isBegun(standing: Standing | undefined): boolean {
  return standing !== undefined && (standing.memory.reps > 0 || standing.isMissed);
}
