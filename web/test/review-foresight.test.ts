import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { foresee, start } from "../src/review/foresight";
import { graded, GRADES, retrievability, unseen, type Memory } from "../src/schedule";

const DAY = 86_400_000;
const NOW = 1_790_000_000_000;
const LEARNT: Memory = { ...unseen(NOW - 9 * DAY), state: "review", stability: 9, difficulty: 5, reps: 3 };

function near(one: number, other: number): void {
  ok(Math.abs(one - other) < 0.01, `${one} is not near ${other}`);
}

test("without a review, a card is forgotten as the schedule says", () => {
  for (const ahead of [0, 1, 14, 400]) {
    near(foresee(start(LEARNT, NOW), [], ahead).recall, retrievability(LEARNT, NOW + ahead * DAY));
  }
});

test("what was never asked is not known, and is asked twice the first time", () => {
  const fresh = start(unseen(NOW), NOW);
  deepEqual(foresee(fresh, [], 7), { recall: 0, asks: [] });
  const learnt = graded(graded(unseen(NOW), GRADES.again, NOW), GRADES.good, NOW);
  const once = foresee(fresh, [0], 7);
  near(once.recall, retrievability(learnt, NOW + 7 * DAY));
  deepEqual(once.asks, [2]);
});

test("a review counts by how likely either end of it is", () => {
  const { recall, asks } = foresee(start(LEARNT, NOW), [0], 14);
  const known = retrievability(LEARNT, NOW);
  const good = graded(LEARNT, GRADES.good, NOW);
  const relearnt = graded(graded(LEARNT, GRADES.again, NOW), GRADES.good, NOW);
  const [ifKnown, ifNot] = [good, relearnt].map((memory) => retrievability(memory, NOW + 14 * DAY)) as [number, number];
  near(recall, known * ifKnown + (1 - known) * ifNot);
  near(asks[0] ?? 0, 2 - known);
});

test("each further review adds, and a later one more than an early one", () => {
  const from = start(LEARNT, NOW);
  const recalls = [[], [0], [13], [0, 13], [0, 7, 13]].map((days) => foresee(from, days, 14).recall);
  deepEqual(recalls, [...recalls].sort((one, other) => one - other));
});

test("a clock that went back, and a gap of many years, have an end", () => {
  equal(start({ ...LEARNT, last: NOW + 5 * DAY }, NOW).ago, 0);
  const { recall } = foresee(start({ ...LEARNT, last: NOW - 99_999 * DAY }, NOW), [0], 9_999);
  ok(recall > 0 && recall < 1);
});
