/**
 * What an item tells the page. `study:answered` bubbles from the <study-item> at each check, so that a score, a log
 * or a schedule can listen on the document without knowing the item.
 */
import type { Confidence } from "./confidence";

export const ANSWERED = "study:answered";

/** The detail of a `study:answered` event. */
export interface Answered {
  /** The item's slug. */
  readonly id: string;
  /** The fingerprint of the item as it was asked, so that a log can tell when it was edited since. */
  readonly edition: string;
  /** The item's type: one of those in types/. */
  readonly type: string;
  /** Whether the answer was right; null where only the learner can judge. */
  readonly right: boolean | null;
  /** Whether this was the first check since the page was opened or started again. */
  readonly firstTry: boolean;
  /** The values of the options chosen, the steps as placed, the pairs (`left=right`), or what was written into fields. */
  readonly chosen: readonly string[];
  /** The fingerprints of the options chosen, in the same order; none for an item without options. */
  readonly chosenEditions: readonly string[];
  /** How sure the learner said they were, before the check. */
  readonly confidence: Confidence;
  /** Whether the hint was open at any time since the page was opened or started again. */
  readonly hinted: boolean;
  /** The misconceptions which that shows. */
  readonly shows: readonly string[];
}

/** Tells the page that an item was answered. */
export function tellAnswered(from: Element, detail: Answered): void {
  from.dispatchEvent(new CustomEvent<Answered>(ANSWERED, { bubbles: true, detail }));
}

/** The detail of an event, if it is one of ours. */
export function answeredDetail(event: Event): Answered | null {
  return event instanceof CustomEvent && event.type === ANSWERED ? (event.detail as Answered) : null;
}
