import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { begun, extended, left, leftInWords, spentInWords, unlimited, warning } from "../src/exam/clock";
import { MINUTE } from "../src/time";

const NOW = 1_800_000_000_000;

test("time runs down to nothing, and not below", () => {
  const clock = begun(NOW, 20);
  equal(left(clock, NOW), 20 * MINUTE);
  equal(left(clock, NOW + 21 * MINUTE), 0);
  equal(left(begun(NOW, null), NOW), null);
});

test("five minutes more are added to what is left, or counted from now", () => {
  const clock = begun(NOW, 20);
  equal(left(extended(clock, NOW + 5 * MINUTE), NOW + 5 * MINUTE), 20 * MINUTE);
  equal(left(extended(clock, NOW + 60 * MINUTE), NOW + 60 * MINUTE), 5 * MINUTE);
  deepEqual(extended(begun(NOW, null), NOW), begun(NOW, null));
});

test("a limit that is off stays off, and the beginning is kept", () => {
  deepEqual(unlimited(begun(NOW, 20)), begun(NOW, null));
});

for (const [ms, words] of [
  [20 * MINUTE, "20 minutes left"],
  [19 * MINUTE + 1, "20 minutes left"],
  [MINUTE + 1000, "2 minutes left"],
  [MINUTE, "60 seconds left"],
  [1, "1 second left"],
  [0, "0 seconds left"],
] as const) {
  test(`${ms} ms are ${words}`, () => equal(leftInWords(ms), words));
}

test("five minutes and one are said once, when they are reached", () => {
  equal(warning(5 * MINUTE + 1, 5 * MINUTE), "5 minutes left.");
  equal(warning(5 * MINUTE, 5 * MINUTE - 1), "");
  equal(warning(MINUTE + 1, MINUTE - 500), "1 minute left.");
  equal(warning(10 * MINUTE, 30_000), "1 minute left.", "a tab that slept");
  equal(warning(10 * MINUTE, 0), "", "that it is over is said elsewhere");
  equal(warning(3 * MINUTE, 2 * MINUTE), "");
});

for (const [ms, words] of [
  [0, "0 seconds"],
  [-5000, "0 seconds"],
  [1400, "1 second"],
  [61_000, "1 minute"],
  [59 * MINUTE, "59 minutes"],
  [60 * MINUTE, "1 hour"],
  [125 * MINUTE, "2 hours 5 minutes"],
] as const) {
  test(`${ms} ms took ${words}`, () => equal(spentInWords(ms), words));
}
