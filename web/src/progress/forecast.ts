/** How much falls due on each of the coming days. Pure: the course, what the learner knows and the time come in. */
import type { Course } from "../course";
import { endOfDay } from "../review/day";
import type { Standing } from "../review/standing";
import { DAY } from "../time";
import { daysLater, startOfDay } from "./calendar";

/** How many days the forecast looks ahead, today included. */
export const DAYS = 30;

export interface DueDay {
  /** When the day begins. */
  readonly from: number;
  /** How much is due on it; on the first day, all that waits from before too. */
  readonly due: number;
  /** How much of that waits from days before. */
  readonly overdue: number;
}

/**
 * The next 30 days from today. What was put off counts on the day on which it comes back; what was taken out of the
 * reviews, what was never asked for and what the course no longer has does not count. Nothing is counted twice: when
 * something will come back after that depends on how it goes.
 */
export function forecast(course: Course, standings: ReadonlyMap<string, Standing>, now: number): DueDay[] {
  const today = startOfDay(now);
  const comes = course.lessons
    .flatMap(({ items, cards }) => [...items, ...cards])
    .flatMap(({ id }) => comingOf(standings.get(id), now));
  return Array.from({ length: DAYS }, (_, number) => {
    const from = daysLater(today, number);
    const end = endOfDay(from);
    const due = comes.filter((at) => at < end && (number === 0 || at >= from));
    return { from, due: due.length, overdue: due.filter((at) => at < today).length };
  });
}

/** When something comes back, in a list; an empty one where it does not. */
function comingOf(known: Standing | undefined, now: number): number[] {
  if (!known || known.isSuspended || (known.memory.reps === 0 && !known.isMissed)) return [];
  // The clock was ahead when this was graded: it comes today, as in the queue.
  const due = known.memory.last > now + DAY ? now : known.memory.due;
  return [Math.max(due, known.buriedUntil)];
}
