import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { besideInWords, byClaim, scoreInWords, scoreOf, type Outcome } from "../src/exam/score";

function outcome(right: boolean | null, claims: readonly string[] = ["C1"], answered = true): Outcome {
  return { right, claims, answered };
}

const UNANSWERED = outcome(false, ["C1"], false);

test("what only the learner can judge is no part of the score", () => {
  const score = scoreOf([outcome(true), outcome(false), outcome(null), UNANSWERED]);
  deepEqual(score, { right: 1, of: 3 });
  equal(scoreInWords(score), "1 of 3 right, 33%");
  equal(scoreInWords(scoreOf([outcome(null)])), "All handed in");
});

test("what is not answered, and what is open, is told", () => {
  deepEqual(besideInWords([outcome(true)]), []);
  const [unanswered = "", open = ""] = besideInWords([UNANSWERED, outcome(null), outcome(null, [], false)]);
  equal(unanswered, "1 question not answered counts as wrong.");
  match(open, /^2 questions only you can judge/);
});

test("claims come by what is known of them, the least first", () => {
  const rows = byClaim([
    outcome(true, ["C1", "C2"]),
    outcome(false, ["C2"]),
    outcome(false, ["C3"]),
    outcome(false, ["C4"]),
    outcome(false, ["C4"]),
    outcome(null, ["C5"]),
  ]);
  deepEqual(rows.map(({ claim }) => claim), ["C4", "C3", "C2", "C1"]);
  deepEqual(rows[2]?.score, { right: 1, of: 2 });
});
