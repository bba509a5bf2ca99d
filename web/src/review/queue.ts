/** What is to be asked for today, in which order. Pure: the course, what the learner knows, and the time come in. */
import { retrievability } from "../schedule";
import { DAY } from "../time";
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
  /** When the learner's day ends. */
  readonly end: number;
  /** How many that are due the learner wants to be asked for at most. */
  readonly limit: number;
  /** How many cards never asked for may still be begun today. */
  readonly fresh: number;
}

/** The ids to ask for today, in order. */
export interface Today {
  readonly due: readonly string[];
  readonly fresh: readonly string[];
  /** How many are due beyond the limit: they wait, and nothing is lost but a little of each. */
  readonly waiting: number;
}

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
  const due = course
    .flatMap(({ id }) => {
      const known = standings.get(id);
      return known && isDue(known, day) ? { id, recall: retrievability(known.memory, day.now), known } : [];
    })
    .sort((one, other) => urgency(other.known) - urgency(one.known) || other.recall - one.recall);
  const fresh = course.filter(({ id, kind, lesson }) => {
    return kind === "card" && begun.has(lesson) && isFresh(standings.get(id), day.now);
  });
  return {
    due: due.slice(0, day.limit).map(({ id }) => id),
    fresh: fresh.slice(0, day.fresh).map(({ id }) => id),
    waiting: Math.max(0, due.length - day.limit),
  };
}

/** Whether something that was asked for before is to be asked for again today. */
export function isDue(known: Standing, { now, end }: Pick<Day, "now" | "end">): boolean {
  const wasAsked = known.memory.reps > 0 || known.isMissed;
  return wasAsked && mayCome(known, now) && (known.memory.due < end || isFromTheFuture(known, now));
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
