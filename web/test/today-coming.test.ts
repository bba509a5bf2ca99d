import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Agenda } from "../src/review/agenda";
import { DAY, MINUTE } from "../src/time";
import { backInWords, newInWords } from "../src/today/coming";

const NOW = new Date(2026, 10, 25, 12).getTime();
const NOTHING: Agenda = {
  ...{ asked: [], due: 0, fresh: 0, minutes: 0, waiting: 0, soon: [], tomorrow: 0, putOff: 0, next: null },
  ...{ held: 0, heldTomorrow: 0, today: 0, beginner: null, interview: null },
};

function back(day: Partial<Agenda>): string {
  return backInWords({ ...NOTHING, ...day }, NOW).replace(/\u00a0/g, " ");
}

function fresh(held: number, heldTomorrow: number): string {
  return newInWords({ ...NOTHING, held, heldTomorrow });
}

test("what comes back today and what comes tomorrow are told apart", () => {
  const soon = [NOW + 10 * MINUTE, NOW + 11 * MINUTE];
  equal(back({ soon }), "2 cards come back today, the first in 10 minutes. Nothing else is due tomorrow.");
  equal(back({ soon, tomorrow: 3 }), "2 cards come back today, the first in 10 minutes. Tomorrow: 3 more.");
  equal(back({ soon: soon.slice(1) }), "One card comes back in 11 minutes. Nothing else is due tomorrow.");
});

test("what was put off comes tomorrow", () => {
  equal(back({ putOff: 1 }), "Tomorrow: 1, put off today.");
  equal(back({ putOff: 1, tomorrow: 3 }), "Tomorrow: 4, 1 of them put off today.");
  equal(back({ putOff: 2, soon: [NOW + MINUTE] }), "One card comes back in 1 minute. Tomorrow: 2 more, put off today.");
});

test("where nothing comes tomorrow, the next is told", () => {
  equal(back({}), "Nothing is due tomorrow.");
  equal(back({ next: NOW + 4 * DAY }), "Nothing is due tomorrow; the next comes in 4 days.");
});

test("new cards that wait are told, and how many come tomorrow", () => {
  ok(fresh(0, 0).startsWith("New cards come with the lessons"));
  equal(fresh(1, 1), "1 new card waits, and comes tomorrow, by your daily limit.");
  equal(fresh(7, 7), "7 new cards wait, and come tomorrow, by your daily limit.");
  equal(fresh(24, 10), "24 new cards wait, and 10 of them come tomorrow, by your daily limit.");
  equal(fresh(3, 1), "3 new cards wait, and 1 of them comes tomorrow, by your daily limit.");
  equal(fresh(3, 0), "3 new cards wait: by your settings, none is begun in a day.");
});
