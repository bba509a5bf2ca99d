/** Is an answer right, and how is that said? Pure: no page, no clock. */

/** How an answer was found to be. */
export interface Grade {
  readonly right: boolean;
  /** The finding in words. */
  readonly verdict: string;
}

/** One right option: the choice is it or is not. */
export function gradeOne(key: readonly string[], chosen: readonly string[]): Grade {
  const right = sameSet(key, chosen);
  return { right, verdict: right ? "Right." : "Not this one." };
}

/** Any number of right options: all of them and no other. The verdict says how far off, not where. */
export function gradeSet(key: readonly string[], chosen: readonly string[]): Grade {
  const astray = chosen.filter((value) => !key.includes(value)).length;
  const missing = key.filter((value) => !chosen.includes(value)).length;
  if (astray === 0 && missing === 0) return { right: true, verdict: "Right." };
  if (astray === 0) return { right: false, verdict: `Right so far, but ${count(missing, "is", "are")} missing.` };
  const faults = count(astray, "choice does", "choices do") + " not belong";
  const also = missing > 0 ? `, and ${count(missing, "is", "are")} missing` : "";
  return { right: false, verdict: `Not yet: ${faults}${also}.` };
}

/** What is known about an option when its mark is written. */
export interface Marking {
  readonly right: boolean;
  readonly chosen: boolean;
  /** Whether every option is being explained, not only the chosen ones. */
  readonly all: boolean;
}

/** The words beside an option after a check; none for an option that stays quiet. `answer` names a right option. */
export function markInWords({ right, chosen, all }: Marking, answer: string): string {
  if (chosen && !right) return "You chose this · wrong";
  if (chosen) return all ? `${answer} · you chose this` : "You chose this · right";
  return all && right ? answer : "";
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

const WORDS = ["none", "one", "two", "three", "four", "five", "six"];

function count(n: number, one: string, many: string): string {
  return `${WORDS[n] ?? String(n)} ${n === 1 ? one : many}`;
}
