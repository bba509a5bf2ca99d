import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { calibrationOf, compared, type Hits, type Sureness } from "../src/progress/calibration";
import { answer } from "./progress-course";

/** First tries with a word, so many right and so many wrong. */
function tries(confidence: Sureness, right: number, wrong: number) {
  const some = (many: number, right: boolean) => Array.from({ length: many }, () => answer("a", { confidence, right }));
  return [...some(right, true), ...some(wrong, false)];
}

function sure(right: number, wrong: number): Hits {
  const hits = calibrationOf(tries("sure", right, wrong)).hits[2];
  ok(hits);
  return hits;
}

test("counts by word, from guess to sure", () => {
  const { hits, asked } = calibrationOf([...tries("sure", 3, 1), ...tries("guess", 1, 2)]);
  deepEqual(
    hits.map(({ word, asked, right }) => [word, asked, right]),
    [
      ["guess", 3, 1],
      ["unsure", 0, 0],
      ["sure", 4, 3],
    ],
  );
  equal(asked, 7);
});

test("only first tries that were judged and to which a word was said count", () => {
  const none = [answer("a"), answer("a", { confidence: "sure", first: false }), answer("a", { confidence: "sure", right: null })];
  deepEqual([calibrationOf(none).asked, calibrationOf(none).brier], [0, null]);
});

test("the Brier score, by hand", () => {
  // Sure and right: 0.1² = 0.01. Sure and wrong: 0.9² = 0.81. Unsure and right: 0.4² = 0.16.
  const { brier } = calibrationOf([...tries("sure", 1, 1), ...tries("unsure", 1, 0)]);
  ok(Math.abs((brier ?? 0) - (0.01 + 0.81 + 0.16) / 3) < 1e-9);
});

test("the interval is Wilson's", () => {
  // 8 of 10: from 0.4902 to 0.9433, as tables give it.
  const { from, to } = sure(8, 2);
  ok(Math.abs(from - 0.4902) < 5e-4 && Math.abs(to - 0.9433) < 5e-4, `${from} to ${to}`);
  ok(sure(20, 0).to > 0.9999, "where all was right the interval ends at one");
});

test("few tries tell no difference, many do", () => {
  equal(compared(sure(1, 1)), "in keeping");
  equal(compared(sure(20, 20)), "surer than right");
  equal(compared(sure(18, 2)), "in keeping");
  const guess = calibrationOf(tries("guess", 20, 2)).hits[0];
  equal(guess && compared(guess), "righter than sure");
});
