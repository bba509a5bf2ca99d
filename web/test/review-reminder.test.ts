import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isTimeToExport } from "../src/review/reminder";
import { DAY } from "../src/time";

const NOW = 1_790_000_000_000;

test("who has little to lose is left in peace", () => {
  equal(isTimeToExport(29, 0, NOW), false);
  equal(isTimeToExport(30, 0, NOW), true);
});

test("after an export there is peace for a fortnight", () => {
  equal(isTimeToExport(1000, NOW - 13 * DAY, NOW), false);
  equal(isTimeToExport(1000, NOW - 14 * DAY, NOW), true);
});
