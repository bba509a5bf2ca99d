/** What a plan promises, in words. Pure. */
import { DAY } from "../time";
import { beginOfDay } from "./day";

/** How far away the interview is, by the days on the wall. */
export function interviewInWords(date: number, now: number): string {
  const days = Math.round((beginOfDay(date) - beginOfDay(now)) / DAY);
  if (days <= 0) return "Your interview is today.";
  return days === 1 ? "Your interview is tomorrow." : `Your interview is in ${days} days.`;
}

/** How many of the cards should be known then. */
export function knownInWords(share: number, cards: number): string {
  return `If you keep to the plan, you should know ${Math.round(share * cards)} of ${cards} cards then.`;
}
