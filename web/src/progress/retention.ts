/** How much was still known when it came back, week by week. Pure: the entries and the time come in. */
import type { Entry } from "../log/entry";
import { after, type Standing } from "../review/standing";
import { GRADES } from "../schedule";
import { daysLater, startOfWeek } from "./calendar";

/** How many weeks are looked back on. */
const WEEKS = 52;
/** Over how many weeks the trend is taken: a single one has few reviews and jumps. */
const TREND = 4;

/** How many were asked for, and how many of them were still known. */
export interface Recall {
  readonly asked: number;
  readonly remembered: number;
}

export interface Week extends Recall {
  /** When the week begins. */
  readonly from: number;
  /** The same of this week and the three before it together. */
  readonly trend: Recall;
}

/**
 * The weeks from the first review to the present, at most a year of them, those without a review too. Only reviews of
 * what had been learnt count (state review): steps of minutes say nothing of what stays. `entries` are those that
 * hold, in order.
 */
export function weeksOf(entries: readonly Entry[], now: number): Week[] {
  const found = new Map<number, Recall>();
  for (const { at, remembered } of reviewsIn(entries)) {
    const from = startOfWeek(at);
    found.set(from, together([recallIn(found, from), { asked: 1, remembered: remembered ? 1 : 0 }]));
  }
  const last = startOfWeek(now);
  const first = Math.max(Math.min(...found.keys()), daysLater(last, -7 * (WEEKS - 1)));
  const weeks: Week[] = [];
  for (let from = first; from <= last; from = daysLater(from, 7)) {
    const trend = Array.from({ length: TREND }, (_, number) => recallIn(found, daysLater(from, -7 * number)));
    weeks.push({ from, ...recallIn(found, from), trend: together(trend) });
  }
  return weeks;
}

/** The share that was still known; null where nothing was asked for. */
export function shareOf({ asked, remembered }: Recall): number | null {
  return asked === 0 ? null : remembered / asked;
}

function recallIn(found: ReadonlyMap<number, Recall>, from: number): Recall {
  return found.get(from) ?? { asked: 0, remembered: 0 };
}

function together(all: readonly Recall[]): Recall {
  const sum = (one: keyof Recall): number => all.reduce((total, recall) => total + recall[one], 0);
  return { asked: sum("asked"), remembered: sum("remembered") };
}

function reviewsIn(entries: readonly Entry[]): { at: number; remembered: boolean }[] {
  const standings = new Map<string, Standing | null>();
  return entries.flatMap((entry) => {
    const before = standings.get(entry.about) ?? null;
    standings.set(entry.about, after(before, entry));
    const counts = entry.kind === "reviewed" && before?.memory.state === "review";
    return counts ? { at: entry.at, remembered: entry.grade !== GRADES.again } : [];
  });
}
