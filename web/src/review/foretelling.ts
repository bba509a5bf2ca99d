/** What a plan promises, in words. Pure. */
import { DAY } from "../time";
import { beginOfDay } from "./day";
import type { Cards } from "./preparation";

/** How far away the interview is, by the days on the wall. */
export function interviewInWords(date: number, now: number): string {
  const days = Math.round((beginOfDay(date) - beginOfDay(now)) / DAY);
  if (days <= 0) return "Your interview is today.";
  return days === 1 ? "Your interview is tomorrow." : `Your interview is in ${days} days.`;
}

/** What is said once the day of the interview is over. */
export const PASSED = "This date has passed. Reviews go by what is due again: give another date if there is one.";

/** How many cards the minutes are too few for; empty for none. */
export function leftOutInWords(count: number): string {
  if (count === 0) return "";
  return count === 1
    ? "One card finds no place in these minutes, and is left out."
    : `${count} cards find no place in these minutes, and are left out.`;
}

/** How many of the cards, and of the questions beside them, should be known then. */
export function knownInWords(share: number, { all, questions }: Cards): string {
  const what = questions > 0 ? "cards and questions" : "cards";
  return `If you keep to the plan, you should know ${Math.round(share * all)} of ${all} ${what} then.`;
}
