/** Finding what goes with what: which choice is where, whether that is right, how it is said. Pure: no page, no clock. */
import type { Grade } from "./grading";

/** The choices by row, with `choice` in the row `at` and no longer in another. */
export function putOn(chosen: readonly string[], at: number, choice: string): string[] {
  return chosen.map((other, row) => (row === at ? choice : other === choice ? "" : other));
}

/** Every row with its own choice, or not yet. The verdict says how many are right, not which. */
export function gradeMatch(key: readonly string[], chosen: readonly string[]): Grade {
  const fitting = key.filter((choice, row) => chosen[row] === choice).length;
  const right = fitting === key.length;
  return { right, verdict: right ? "Right." : `Not yet: ${fitting} of ${key.length} right.` };
}

/** How far the learner is. */
export function matchedInWords(matched: number, all: number): string {
  return `${matched} of ${all} matched`;
}
