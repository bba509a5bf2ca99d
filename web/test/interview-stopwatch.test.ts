import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clock, elapsed, markBetween, paused, share, started, STILL } from "../src/interview/stopwatch";

test("it counts while it runs, and not while it is paused", () => {
  const once = started(STILL, 1000);
  equal(elapsed(once, 3000), 2000);
  const still = paused(once, 4000);
  equal(elapsed(still, 90_000), 3000);
  equal(elapsed(started(still, 90_000), 91_000), 4000);
});

test("starting what runs and pausing what stands change nothing", () => {
  const once = started(STILL, 1000);
  equal(started(once, 2000), once);
  deepEqual(paused(STILL, 5000), STILL);
});

test("a clock that goes back takes nothing away", () => {
  equal(elapsed(started({ ran: 500, since: null }, 1000), 0), 500);
});

test("a mark is passed once; of several at once the last counts", () => {
  equal(markBetween(59_900, 60_000, [60, 90]), 60);
  equal(markBetween(60_000, 60_250, [60, 90]), null);
  equal(markBetween(0, 100_000, [60, 90]), 90);
  equal(markBetween(0, 100_000, []), null);
});

test("the line is full at its end and never more than full", () => {
  equal(share(45_000, 90), 0.5);
  equal(share(200_000, 90), 1);
  equal(share(1000, 0), 0);
});

test("the face has minutes and seconds", () => {
  deepEqual([0, 999, 59_999, 60_000, 605_000].map(clock), ["0:00", "0:00", "0:59", "1:00", "10:05"]);
});
