/** What comes after a day on which nothing is left to ask for, in words. Pure. */
import { intervalInFull } from "../interval";
import type { Agenda } from "../review/agenda";
import { many } from "../wording";

const COMING = "New cards come with the lessons that you read, and questions that you miss come by themselves.";

/** When what is known comes back. Nothing is counted twice. */
export function backInWords({ soon, tomorrow, putOff, next }: Agenda, now: number): string {
  const [first] = soon;
  const today = first === undefined ? "" : soonInWords(soon.length, first - now);
  const all = tomorrow + putOff;
  if (all > 0) return `${today}Tomorrow: ${all}${today ? " more" : ""}${putOffInWords(putOff, all)}.`;
  if (today) return `${today}Nothing else is due tomorrow.`;
  return next === null ? "Nothing is due tomorrow." : `Nothing is due tomorrow; the next comes in ${intervalInFull(next - now)}.`;
}

/** How new cards come: those that wait for another day, else with what is read. */
export function newInWords({ held, heldTomorrow }: Agenda): string {
  if (held === 0) return COMING;
  const wait = `${many(held, "new card")} ${held === 1 ? "waits" : "wait"}`;
  if (heldTomorrow === 0) return `${wait}: by your settings, none is begun in a day.`;
  if (heldTomorrow < held) return `${wait}, and ${heldTomorrow} of them ${heldTomorrow === 1 ? "comes" : "come"} tomorrow, by your daily limit.`;
  return `${wait}, and ${held === 1 ? "comes" : "come"} tomorrow, by your daily limit.`;
}

/** What rests for minutes, the first of it for `first` milliseconds. */
function soonInWords(count: number, first: number): string {
  return count === 1
    ? `One card comes back in ${intervalInFull(first)}. `
    : `${count} cards come back today, the first in ${intervalInFull(first)}. `;
}

function putOffInWords(putOff: number, all: number): string {
  if (putOff === 0) return "";
  return putOff === all ? ", put off today" : `, ${putOff} of them put off today`;
}
