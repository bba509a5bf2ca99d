/** What a question type tells the item around it. A new type is one file beside this and one line in index.ts
 * or, where it takes much script and few pages ask for it, in a script of its own (studysite/render/scripts.py). */
import type { Chance } from "../chance";

/** What a check found. */
export interface Finding {
  /** Right or wrong; null where the learner judges. */
  readonly right: boolean | null;
  /** The finding in words. */
  readonly verdict: string;
  readonly chosen: readonly string[];
  /** The fingerprints of the options chosen, where there are options. */
  readonly chosenEditions?: readonly string[];
  readonly shows: readonly string[];
  /** The reasons to be read out with the verdict. */
  readonly reasons: readonly Element[];
}

/** One question of the page. */
export interface Question {
  /** The label of the button that checks. */
  readonly action: string;
  /** The label of the button that starts over once all is shown. */
  readonly again: string;
  /** The control to begin with, the first time and at every retry. */
  readonly first: HTMLElement;
  /** Grades what the learner answered; or says, in words, what is still missing. */
  check(): Finding | string;
  /** What the learner has put down so far, as `put` takes it; empty where there is nothing yet. */
  given(): readonly string[];
  /** Puts down again what was given before. */
  put(given: readonly string[]): void;
  /** Shows the reasons of what was chosen, or of everything. */
  explain(finding: Finding, all: boolean): void;
  /** Takes all feedback away. `forget` also clears what the learner wrote. */
  clear(forget: boolean): void;
}

/**
 * Reads a question from the static page; null if the page is not as expected, and then it stays as it is. By `chance`
 * its options come in another order whenever it starts over.
 */
export type ReadQuestion = (form: HTMLFormElement, answer: HTMLDetailsElement, chance: Chance) => Question | null;
