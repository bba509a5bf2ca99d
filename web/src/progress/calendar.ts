/** Days and weeks of the learner, by the clock on the wall. Pure: times in ms since the epoch come in and go out. */
import { endOfDay } from "../review/day";

/** The same hour on the wall, some days later or, with a minus, before. A day may have 23 hours or 25. */
export function daysLater(at: number, days: number): number {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

/** When the learner's day in which `at` lies began. */
export function startOfDay(at: number): number {
  return daysLater(endOfDay(at), -1);
}

/** When the learner's week in which `at` lies began: on a Monday. */
export function startOfWeek(at: number): number {
  const day = startOfDay(at);
  return daysLater(day, -((new Date(day).getDay() + 6) % 7));
}
