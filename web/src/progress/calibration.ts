/** Whether the learner is as often right as they say they are sure. Pure: the entries come in. */
import type { Entry } from "../log/entry";

/**
 * The probability that each word states. The words carry no numbers of their own, so these are a convention: a guess
 * among three options is right once in three times; sure leaves room for one slip in ten; unsure lies between.
 */
export const STATED = { guess: 1 / 3, unsure: 0.6, sure: 0.9 } as const;
export type Sureness = keyof typeof STATED;

export const WORDS: readonly Sureness[] = ["guess", "unsure", "sure"];

export interface Hits {
  readonly word: Sureness;
  readonly stated: number;
  readonly asked: number;
  readonly right: number;
  /** Where the true rate plausibly lies: Wilson's interval at 95 %; from 0 to 1 where nothing was asked. */
  readonly from: number;
  readonly to: number;
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

/** How what was stated compares with what came: only where the interval leaves it out is there a difference. */
export function compared({ stated, from, to }: Hits): "surer than right" | "righter than sure" | "in keeping" {
  if (to < stated) return "surer than right";
  return from > stated ? "righter than sure" : "in keeping";
}

function hitsOf(word: Sureness, tries: readonly boolean[]): Hits {
  const right = tries.filter(Boolean).length;
  return { word, stated: STATED[word], asked: tries.length, right, ...plausible(right, tries.length) };
}

/** Wilson's interval for a share: unlike the simple one it holds for few tries, and near 0 and 1. */
function plausible(right: number, asked: number): { from: number; to: number } {
  if (asked === 0) return { from: 0, to: 1 };
  const z = 1.96;
  const share = right / asked;
  const spread = z * Math.sqrt((share * (1 - share)) / asked + (z / (2 * asked)) ** 2);
  const [middle, scale] = [share + z ** 2 / (2 * asked), 1 + z ** 2 / asked];
  return { from: Math.max(0, (middle - spread) / scale), to: Math.min(1, (middle + spread) / scale) };
}
