/** What is to be asked for today, in which order. Pure: the course, what the learner knows, and the time come in. */
import { retrievability } from "../schedule";
import { DAY, MINUTE } from "../time";
import type { Standing } from "./standing";

/** Something of the course that can be asked for. */
export interface Askable {
  readonly id: string;
  /** A card is offered once its lesson was begun; an item only after it was missed. */
  readonly kind: "card" | "item";
  readonly lesson: string;
}

/** What bounds a day. */
export interface Day {
  readonly now: number;
  /** When the learner's day began, and when it ends. */
  readonly start: number;
  readonly end: number;
  /** How many that are due the learner wants to be asked for at most; those of earlier today count. */
  readonly limit: number;
  /** How many cards may be begun; those of earlier today count. */
  readonly fresh: number;
}

/** The ids to ask for today, in order. */
export interface Today {
  readonly due: readonly string[];
  readonly fresh: readonly string[];
  /** How many more could be begun, and wait for another day. */
  readonly held: number;
  /** How many are due beyond the limit: they wait, and nothing is lost but a little of each. */
  readonly waiting: number;
  /** When those come back that were begun or forgotten today and rest for some minutes, soonest first. */
  readonly soon: readonly number[];
}

/** A minute too early is no harm: nobody waits for that. */
const AHEAD = MINUTE;

/**
 * The queue of a day. `course` is in the order of the course; `begun` holds the lessons that the learner has begun.
 * What the learner knows best of what is due comes first: where there is more than a day holds, most is saved so.
 */
export function today(
  course: readonly Askable[],
  standings: ReadonlyMap<string, Standing>,
  begun: ReadonlySet<string>,
  day: Day,
): Today {
  const all = course.flatMap(({ id }) => {
    const known = standings.get(id);
    return known ? { id, known } : [];
  });
  const due = all
    .filter(({ known }) => isDue(known, day))
    .map(({ id, known }) => ({ id, known, recall: retrievability(known.memory, day.now) }))
    .sort((one, other) => urgency(other.known) - urgency(one.known) || other.recall - one.recall);
  const fresh = course.filter(({ id, kind, lesson }) => {
    return kind === "card" && begun.has(lesson) && isFresh(standings.get(id), day.now);
  });
  const asked = all.filter(({ known }) => known.memory.reps > 0 && known.memory.last >= day.start);
  const begunToday = asked.filter(({ known }) => known.first >= day.start).length;
  const mayCome = Math.max(0, day.limit - (asked.length - begunToday));
  const mayBegin = Math.max(0, day.fresh - begunToday);
  return {
    due: due.slice(0, mayCome).map(({ id }) => id),
    fresh: fresh.slice(0, mayBegin).map(({ id }) => id),
    held: Math.max(0, fresh.length - mayBegin),
    waiting: Math.max(0, due.length - mayCome),
    soon: all.flatMap(({ known }) => (isResting(known, day) ? known.memory.due : [])).sort((one, other) => one - other),
  };
}

/** Whether something that was asked for before is to be asked for again today. */
export function isDue(known: Standing, { now, end }: Pick<Day, "now" | "end">): boolean {
  const wasAsked = known.memory.reps > 0 || known.isMissed;
  const comes = known.memory.due < (isLearnt(known) ? end : now + AHEAD);
  return wasAsked && mayCome(known, now) && (comes || isFromTheFuture(known, now));
}

/** Whether it comes back today, but in some minutes only. */
export function isResting(known: Standing, { now, end }: Pick<Day, "now" | "end">): boolean {
  const { due, reps } = known.memory;
  return reps > 0 && !isLearnt(known) && mayCome(known, now) && due >= now + AHEAD && due < end;
}

/** Its dates are whole days apart; else it is minutes, and these count. */
function isLearnt({ memory }: Standing): boolean {
  return memory.state === "new" || memory.state === "review";
}

/** A card was not yet graded, and nothing keeps it away. */
function isFresh(known: Standing | undefined, now: number): boolean {
  return !known || (known.memory.reps === 0 && mayCome(known, now));
}

function mayCome({ isSuspended, buriedUntil }: Standing, now: number): boolean {
  return !isSuspended && buriedUntil <= now;
}

/** The clock was ahead when this was graded, and was set right: the date that followed is worth nothing. */
function isFromTheFuture({ memory }: Standing, now: number): boolean {
  return memory.last > now + DAY;
}

/** What was not known when last asked comes before the rest. */
function urgency({ isMissed }: Standing): number {
  return isMissed ? 1 : 0;
}
