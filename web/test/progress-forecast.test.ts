import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Standing } from "../src/review/standing";
import { daysLater, startOfDay, startOfWeek } from "../src/progress/calendar";
import { forecast } from "../src/progress/forecast";
import { card, course, DAY, item, NOW, stands } from "./progress-course";

/** How much is due on each day, of cards by their ids. */
function due(known: Record<string, Standing>, at = NOW): number[] {
  const cards = course([], Object.keys(known).map((id) => card(id, "K1")));
  return forecast(cards, new Map(Object.entries(known)), at).map((day) => day.due);
}

test("a day begins at four, a week on Monday", () => {
  const at = (...moment: [number, number, number]): number => new Date(2026, 8, ...moment).getTime();
  equal(startOfDay(at(16, 12, 0)), at(16, 4, 0));
  equal(startOfDay(at(16, 3, 59)), at(15, 4, 0));
  equal(startOfWeek(at(16, 12, 0)), at(14, 4, 0));
  equal(startOfWeek(at(14, 3, 59)), at(7, 4, 0));
  equal(startOfWeek(at(20, 23, 0)), at(14, 4, 0), "Sunday is the last day of a week");
  equal(daysLater(at(16, 4, 0), 14), at(30, 4, 0));
});

test("thirty days, each with what falls due before it ends", () => {
  const today = startOfDay(NOW);
  const days = due({
    now: stands({ due: NOW }),
    night: stands({ due: daysLater(today, 1) - 1 }),
    tomorrow: stands({ due: daysLater(today, 1) }),
    last: stands({ due: daysLater(today, 30) - 1 }),
    beyond: stands({ due: daysLater(today, 30) }),
  });
  equal(days.length, 30);
  deepEqual([days[0], days[1], days[29]], [2, 1, 1]);
  equal(days.reduce((sum, one) => sum + one, 0), 4);
});

test("what waits from before counts today, and is told apart", () => {
  const known = new Map([
    ["late", stands({ due: NOW - 3 * DAY })],
    ["now", stands({ due: NOW })],
  ]);
  const [today] = forecast(course([item("late", "K1")], [card("now", "K1")]), known, NOW);
  deepEqual(today, { from: startOfDay(NOW), due: 2, overdue: 1 });
});

test("what was put off comes back on its day; what was taken out, never asked or dropped does not", () => {
  const days = due({
    put: stands({ due: NOW - DAY }, { buriedUntil: daysLater(startOfDay(NOW), 2) }),
    out: stands({}, { isSuspended: true }),
    unseen: stands({ reps: 0 }),
    missed: stands({ reps: 0 }, { isMissed: true }),
  });
  deepEqual(days.slice(0, 4), [1, 0, 1, 0]);
  equal(forecast(course([]), new Map([["gone", stands()]]), NOW)[0]?.due, 0);
});

test("what a clock that was ahead put far away comes today", () => {
  equal(due({ ahead: stands({ last: NOW + 5 * DAY, due: NOW + 20 * DAY }) })[0], 1);
});
