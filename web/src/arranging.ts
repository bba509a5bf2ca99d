/** Putting steps in order: where they move, whether that is right, how it is said. Pure: no page, no clock. */
import type { Grade } from "./grading";

/** The list with what stands at `from` moved to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, at) => at !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

/** From where to where something reaches, downwards. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The place over which a row is held that has left `from`: it passes another row at that one's middle. */
export function landing(rows: readonly Span[], from: number, held: Span): number {
  const above = rows.slice(0, from).filter((row) => held.top < middle(row)).length;
  const below = rows.slice(from + 1).filter((row) => held.bottom > middle(row)).length;
  return from - above + below;
}

function middle({ top, bottom }: Span): number {
  return (top + bottom) / 2;
}

/** All steps in their places, or not yet. The verdict says how many are, not which. */
export function gradeOrder(key: readonly string[], placed: readonly string[]): Grade {
  const fitting = key.filter((step, at) => placed[at] === step).length;
  const right = fitting === key.length;
  return { right, verdict: right ? "Right." : `Not yet: ${fitting} of ${key.length} in the right place.` };
}

/** A step after a check: where it stands and where it belongs, and whether that may be said. */
export interface Standing {
  readonly at: number;
  readonly belongs: number;
  readonly all: boolean;
}

/** The words beside a step after a check. */
export function placeInWords({ at, belongs, all }: Standing): string {
  if (at === belongs) return "Right place";
  return all ? `Belongs at ${belongs + 1}` : "Not its place";
}

/** What is said of a step that was moved. */
export function moveInWords(to: number, all: number): string {
  return `Moved to ${to + 1} of ${all}`;
}

/** What is said of a step that can be moved no further that way. */
export function stayInWords(at: number, all: number): string {
  return `Already ${at + 1} of ${all}`;
}
