/** A page's score: which items were answered, and how the first try went. Pure; the element is score.ts. */
import type { Answered } from "./events";

/** Result of the first try by item: right, wrong, or null where the learner judges. */
export type Tally = ReadonlyMap<string, boolean | null>;

/** The tally after one more answer. Only an item's first try counts. */
export function record(tally: Tally, answer: Pick<Answered, "id" | "right">): Tally {
  return tally.has(answer.id) ? tally : new Map([...tally, [answer.id, answer.right]]);
}

/** Whether every item of the page was answered. */
export function isComplete(tally: Tally, total: number): boolean {
  return total > 0 && tally.size >= total;
}

/** The tally as one line. */
export function inWords(tally: Tally, total: number): string {
  const right = [...tally.values()].filter((result) => result === true).length;
  const graded = [...tally.values()].some((result) => result !== null);
  if (!isComplete(tally, total)) {
    const score = graded ? ` · ${right} right at the first try` : "";
    return `${tally.size} of ${total} answered${score}`;
  }
  if (total === 1) return right === 1 ? "Answered, and right at the first try." : "Answered. Well worked through.";
  const score = graded ? `, ${right} right at the first try` : "";
  return `All ${total} answered${score}. Well worked through.`;
}

/** Whether an item was missed: wrong at the first try, whatever came after. */
export function isMissed(tally: Tally, id: string): boolean {
  return tally.get(id) === false;
}

/** The tally of a round in which only missed items are asked again, as one line. */
export function retriedInWords(tally: Tally, total: number): string {
  const right = [...tally.values()].filter((result) => result === true).length;
  if (!isComplete(tally, total)) return `${tally.size} of ${total} missed tried again · ${right} right`;
  if (right < total) return `${right} of ${total} missed right at this try.`;
  return total === 1 ? "The missed one is right now." : `All ${total} missed are right now.`;
}
