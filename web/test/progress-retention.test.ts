import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { daysLater, startOfWeek } from "../src/progress/calendar";
import { shareOf, weeksOf } from "../src/progress/retention";
import { answer, NOW, review } from "./progress-course";

const WEEK = startOfWeek(NOW);

/** Noon on a day, counted from the Monday of this week. */
function noon(day: number): number {
  return daysLater(WEEK, day) + 8 * 3_600_000;
}

/** A card learnt on a day: easy at once, so that it is in state review from then on. */
function learnt(about: string, day: number) {
  return review(about, 4, noon(day));
}

test("nothing reviewed, nothing told", () => {
  deepEqual(weeksOf([], NOW), []);
  deepEqual(weeksOf([answer("a"), learnt("a", 0)], NOW), [], "the first grade is no review of what was learnt");
});

test("steps of minutes do not count", () => {
  const steps = [review("a", 3, noon(0)), review("a", 1, noon(0) + 60_000), review("a", 3, noon(0) + 600_000)];
  deepEqual(weeksOf(steps, NOW), []);
});

test("weeks from the first review to now, those without a review too", () => {
  const entries = [
    ...[learnt("a", -30), learnt("b", -30)],
    ...[review("a", 3, noon(-15)), review("b", 1, noon(-14))],
    ...[review("a", 2, noon(1))],
  ];
  const weeks = weeksOf(entries, NOW);
  deepEqual(
    weeks.map(({ from, asked, remembered }) => [from, asked, remembered]),
    [
      [daysLater(WEEK, -21), 1, 1],
      [daysLater(WEEK, -14), 1, 0],
      [daysLater(WEEK, -7), 0, 0],
      [WEEK, 1, 1],
    ],
  );
  deepEqual(
    weeks.map(({ trend }) => [trend.asked, trend.remembered]),
    [
      [1, 1],
      [2, 1],
      [2, 1],
      [3, 2],
    ],
  );
});

test("after a lapse a card counts again once it has been learnt again", () => {
  const entries = [
    learnt("a", -30),
    review("a", 1, noon(-20)),
    review("a", 3, noon(-20) + 600_000),
    review("a", 3, noon(-17)),
  ];
  equal(weeksOf(entries, NOW).reduce((sum, { asked }) => sum + asked, 0), 2);
});

test("not more than a year, and nothing from the future", () => {
  const entries = [learnt("a", -900), review("a", 3, noon(-800)), review("a", 3, noon(-1)), review("a", 3, noon(60))];
  const weeks = weeksOf(entries, NOW);
  equal(weeks.length, 52);
  equal(weeks.reduce((sum, { asked }) => sum + asked, 0), 1);
});

test("a share of nothing is none", () => {
  equal(shareOf({ asked: 0, remembered: 0 }), null);
  equal(shareOf({ asked: 4, remembered: 3 }), 0.75);
});
