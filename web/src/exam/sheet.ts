/** The answer sheet: what of each question is answered or flagged, what is left, and how that is said. Pure. */
import { many } from "../wording";

/** How a question stands on the sheet. */
export interface Mark {
  readonly answered: boolean;
  readonly flagged: boolean;
}

/** The name of a question on the sheet, with its state. */
export function markInWords(number: number, { answered, flagged }: Mark): string {
  return `Question ${number}, ${answered ? "answered" : "not answered"}${flagged ? ", flagged" : ""}`;
}

/** How many are answered, as one line. */
export function answeredInWords(marks: readonly Mark[]): string {
  return `${marks.filter(({ answered }) => answered).length} of ${marks.length} answered`;
}

/** The place of the first question that is not answered; of the first flagged where all are; null where none is left. */
export function firstLeft(marks: readonly Mark[]): number | null {
  const open = marks.findIndex(({ answered }) => !answered);
  const at = open >= 0 ? open : marks.findIndex(({ flagged }) => flagged);
  return at >= 0 ? at : null;
}

/** What is left, in one sentence; empty where nothing is. */
export function leftInWords(marks: readonly Mark[]): string {
  const open = marks.filter(({ answered }) => !answered).length;
  const flagged = marks.filter((mark) => mark.flagged).length;
  const parts = [
    ...(open > 0 ? [`${many(open, "question")} ${be(open)} not answered`] : []),
    ...(flagged > 0 ? [`${many(flagged, "question")} ${be(flagged)} flagged`] : []),
  ];
  return parts.length > 0 ? `${parts.join(", ")}.` : "";
}

function be(count: number): string {
  return count === 1 ? "is" : "are";
}
