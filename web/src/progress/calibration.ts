/** Whether the learner is as often right as they say they are sure. Pure: the entries come in. */
import type { Entry } from "../log/entry";
import { plausible, type Range } from "./share";

/**
 * The probability that each word states. The words carry no numbers of their own, so these are a convention: a guess
 * among three options is right once in three times; sure leaves room for one slip in ten; unsure lies between.
 */
export const STATED = { guess: 1 / 3, unsure: 0.6, sure: 0.9 } as const;
export type Sureness = keyof typeof STATED;

export const WORDS: readonly Sureness[] = ["guess", "unsure", "sure"];

/** What came of a word; the range is where the true rate plausibly lies. */
export interface Hits extends Range {
  readonly word: Sureness;
  readonly stated: number;
  readonly asked: number;
  readonly right: number;
}

export interface Calibration {
  /** One for each word, from guess to sure. */
  readonly hits: readonly Hits[];
  readonly asked: number;
  /** The mean squared distance of what was stated from what came: 0 is best, 1 worst. Null where nothing came. */
  readonly brier: number | null;
}

/** What the learner said before first tries, against what came of them. `entries` are those that hold. */
export function calibrationOf(entries: readonly Entry[]): Calibration {
  const tries = entries.flatMap((entry) => {
    if (entry.kind !== "answered" || !entry.first || entry.right === null || entry.confidence === null) return [];
    return { word: entry.confidence, right: entry.right };
  });
  const squares = tries.map(({ word, right }) => (STATED[word] - (right ? 1 : 0)) ** 2);
  return {
    hits: WORDS.map((word) => hitsOf(word, tries.filter((one) => one.word === word).map(({ right }) => right))),
    asked: tries.length,
    brier: tries.length === 0 ? null : squares.reduce((sum, one) => sum + one, 0) / tries.length,
  };
}

function hitsOf(word: Sureness, tries: readonly boolean[]): Hits {
  const right = tries.filter(Boolean).length;
  return { word, stated: STATED[word], asked: tries.length, right, ...plausible(right, tries.length) };
}
