import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { calibrationOf, type Sureness } from "../src/progress/calibration";
import { against, plausible } from "../src/progress/share";
import { answer } from "./progress-course";

/** First tries with a word, so many right and so many wrong. */
function tries(confidence: Sureness, right: number, wrong: number) {
  const some = (many: number, right: boolean) => Array.from({ length: many }, () => answer("a", { confidence, right }));
  return [...some(right, true), ...some(wrong, false)];
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
  const sure = { confidence: "sure" } as const;
  const none = [answer("a"), answer("a", { ...sure, first: false }), answer("a", { ...sure, right: null })];
  deepEqual([calibrationOf(none).asked, calibrationOf(none).brier], [0, null]);
});

test("the Brier score, by hand", () => {
  // Sure and right: 0.1² = 0.01. Sure and wrong: 0.9² = 0.81. Unsure and right: 0.4² = 0.16.
  const { brier } = calibrationOf([...tries("sure", 1, 1), ...tries("unsure", 1, 0)]);
  ok(Math.abs((brier ?? 0) - (0.01 + 0.81 + 0.16) / 3) < 1e-9);
});

test("the interval is Wilson's", () => {
  // 8 of 10: from 0.4902 to 0.9433, as tables give it.
  const { from, to } = plausible(8, 10);
  ok(Math.abs(from - 0.4902) < 5e-4 && Math.abs(to - 0.9433) < 5e-4, `${from} to ${to}`);
  ok(plausible(20, 20).to > 0.9999, "where all was right the interval ends at one");
  deepEqual(plausible(0, 0), { from: 0, to: 1 });
  equal(calibrationOf(tries("sure", 8, 2)).hits[2]?.from, from);
});

test("few tries tell no difference, many do", () => {
  equal(against(0.9, plausible(1, 2)), "about");
  equal(against(0.9, plausible(20, 40)), "below");
  equal(against(0.9, plausible(18, 20)), "about");
  equal(against(1 / 3, plausible(20, 22)), "above");
});
