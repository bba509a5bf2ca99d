/** The row of grades below an open card: two or four, each with the time until the card would come back. */
import { button, element } from "./dom";
import { intervalInFull, intervalInShort } from "./interval";
import { GRADES, outlooks, type Grade, type Memory } from "./schedule";

/** What the buttons say. */
export const NAMES: Readonly<Record<number, readonly (readonly [name: string, grade: Grade])[]>> = {
  2: [
    ["Forgot", GRADES.again],
    ["Remembered", GRADES.good],
  ],
  4: [
    ["Again", GRADES.again],
    ["Hard", GRADES.hard],
    ["Good", GRADES.good],
    ["Easy", GRADES.easy],
  ],
};

/** How a row is made. */
export interface Grading {
  readonly memory: Memory;
  readonly now: number;
  readonly retention: number;
  /** How many grades there are to choose from. */
  readonly grades: number;
  /** The grade that the ticks suggest; null for none. */
  readonly suggested: Grade | null;
  /** What to do with the grade that was chosen. */
  readonly choose: (grade: Grade) => void;
}

/** A row of grades. */
export function gradeBar({ memory, now, retention, grades, suggested, choose }: Grading): HTMLElement {
  const bar = element("div", "grades");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "How well did you know it?");
  const after = outlooks(memory, now, retention);
  for (const [name, grade] of NAMES[grades] ?? []) {
    const made = button(name, () => choose(grade), grade === suggested);
    const span = after[grade].due - now;
    const shown = element("span", "grade-when", intervalInShort(span));
    shown.setAttribute("aria-hidden", "true");
    made.append(shown, element("span", "visually-hidden", `comes back in ${intervalInFull(span)}`));
    bar.append(made);
  }
  return bar;
}
