/** How an exam went: the score, and what it says of each claim. Pure. */
import { many } from "../wording";

/** How a question went. */
export interface Outcome {
  readonly claims: readonly string[];
  readonly answered: boolean;
  /** Null where only the learner can judge; what is not answered is wrong. */
  readonly right: boolean | null;
}

/** A score, or a part of one. */
export interface Score {
  readonly right: number;
  /** How many the page can judge. */
  readonly of: number;
}

/** The score of all that the page can judge. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const judged = outcomes.filter(({ right }) => right !== null);
  return { right: judged.filter(({ right }) => right).length, of: judged.length };
}

/** The score as one line. */
export function scoreInWords({ right, of }: Score): string {
  return of === 0 ? "All handed in" : `${right} of ${of} right, ${Math.round((100 * right) / of)}%`;
}

/** What the score leaves out or counts as wrong, a sentence each. */
export function besideInWords(outcomes: readonly Outcome[]): string[] {
  const open = outcomes.filter(({ right }) => right === null).length;
  const unanswered = outcomes.filter(({ right, answered }) => right !== null && !answered).length;
  const it = open === 1 ? "it" : "each";
  return [
    ...(unanswered > 0 ? [`${many(unanswered, "question")} not answered ${unanswered === 1 ? "counts" : "count"} as wrong.`] : []),
    ...(open > 0 ? [`${many(open, "question")} only you can judge: a model answer stands with ${it}, outside the score.`] : []),
  ];
}

/** The score of each claim that was asked about: first the one of which least is known, the most missed first. */
export function byClaim(outcomes: readonly Outcome[]): { readonly claim: string; readonly score: Score }[] {
  const claims = [...new Set(outcomes.flatMap((outcome) => outcome.claims))];
  return claims
    .map((claim) => ({ claim, score: scoreOf(outcomes.filter((outcome) => outcome.claims.includes(claim))) }))
    .filter(({ score }) => score.of > 0)
    .sort((one, other) => share(one.score) - share(other.score) || missed(other.score) - missed(one.score));
}

function share({ right, of }: Score): number {
  return right / of;
}

function missed({ right, of }: Score): number {
  return of - right;
}
