/** What the ticks of a debrief count as, in words. Pure. */
import { GRADES, type Grade } from "../schedule";
import { many } from "../wording";

/** The rule by which ticks become a grade, for learners who use two grades or four. */
export function ruleInWords(grades: number): string {
  const most = grades === 4 ? "all points of a card count as remembered, half of them or more as hard" : HALF;
  return `By the points that you ticked: ${most}, fewer as forgotten. A card without ticks is not graded.`;
}

/** What was graded, and how; `all` is how many cards there were. */
export function countedInWords(grades: readonly Grade[], all: number): string {
  const counts = NAMES.map(([grade, name]) => [grades.filter((each) => each === grade).length, name] as const);
  const [first, ...rest] = counts.filter(([count]) => count > 0);
  if (!first) return "Nothing is ticked yet: without ticks there is nothing to count.";
  const [most, name] = first;
  const parts = [`${many(most, "card")} as ${name}`, ...rest.map(([count, other]) => `${count} as ${other}`)];
  const left = all - grades.length;
  return `Counted: ${parts.join(", ")}.${left > 0 ? ` ${left} without ticks ${left === 1 ? "is" : "are"} as before.` : ""}`;
}

/** How many questions an interview that was ended early still had; empty for none. */
export function unansweredInWords(count: number): string {
  if (count === 0) return "";
  return `${many(count, "question")} ${count === 1 ? "was" : "were"} not reached or not answered to the end.`;
}

const HALF = "half the points of a card or more count as remembered";
const NAMES: readonly (readonly [Grade, string])[] = [
  [GRADES.good, "remembered"],
  [GRADES.hard, "hard"],
  [GRADES.again, "forgotten"],
];
