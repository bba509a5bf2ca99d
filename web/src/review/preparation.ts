/** How a learner prepares for an interview: the date and the minutes they gave, and the plan that follows. Pure. */
import type { Course } from "../course";
import type { Settings } from "../settings";
import { beginOfDay } from "./day";
import { minutesFor, secondsFor } from "./pace";
import { plan, type Plan } from "./plan";
import { askedOf, scopeOf } from "./scope";
import type { Known } from "./standing";

/** What the plan is about: the cards of the lessons that were begun, and the questions that were missed. */
export interface Cards {
  /** How many there are of both. */
  readonly all: number;
  readonly questions: number;
}

export interface Preparation {
  /** When the interview is, in ms since the epoch. */
  readonly date: number;
  readonly cards: Cards;
  readonly plan: Plan;
}

/** Nine in the morning. Whoever is asked later in the day has that much more time. */
const HOUR = 9;

/** The preparation as it stands; null where the learner has given no date. */
export function preparation(course: Course, known: Known, settings: Settings, now: number): Preparation | null {
  const date = interviewAt(settings);
  if (date === null) return null;
  const { standings } = known;
  const asked = scopeOf(course, known.met)
    .lessons.flatMap(askedOf)
    .filter(({ id, kind }) => kind === "card" || standings.has(id));
  const begun = beginOfDay(now);
  const isOfToday = (id: string): boolean => (standings.get(id)?.memory.last ?? 0) >= begun;
  const wereAsked = asked.filter(({ id }) => (standings.get(id)?.memory.reps ?? 0) > 0 && isOfToday(id));
  const types = asked.map(({ type }) => type);
  const seconds = types.reduce((sum, type) => sum + secondsFor(type), 0) / Math.max(1, types.length);
  const spent = minutesFor(wereAsked.map(({ type }) => type));
  const budget = { now, date, minutes: settings.minutes, spent, seconds: Math.max(1, seconds) };
  const ids = asked.map(({ id }) => id);
  const questions = asked.filter(({ kind }) => kind === "item").length;
  return { date, cards: { all: ids.length, questions }, plan: plan(ids, standings, budget) };
}

/** When the interview is, in the learner's time zone; null where no date was given. */
export function interviewAt({ interview }: Pick<Settings, "interview">): number | null {
  const [year, month, day] = interview.split("-").map(Number);
  return year && month && day ? new Date(year, month - 1, day, HOUR).getTime() : null;
}
