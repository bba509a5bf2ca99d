import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { endOfDay } from "../src/review/day";
import { isDue, today, type Askable, type Day } from "../src/review/queue";
import type { Standing } from "../src/review/standing";
import { unseen, type Memory } from "../src/schedule";

const DAY = 86_400_000;
const NOW = 1_790_000_000_000;
const END = NOW + DAY / 2;
const START = END - DAY;
const PLENTY: Day = { now: NOW, start: START, end: END, limit: 100, fresh: 10 };

function standing(memory: Partial<Memory>, more: Partial<Standing> = {}): Standing {
  const learnt: Memory = { ...unseen(NOW - 9 * DAY), state: "review", stability: 9, difficulty: 5, reps: 3, due: NOW };
  const plain = { first: NOW - 20 * DAY, edition: "", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
  return { ...plain, ...more, memory: { ...learnt, ...memory } };
}

function cards(...ids: string[]): Askable[] {
  return ids.map((id) => ({ id, kind: "card", lesson: "kettles" }));
}

function queue(known: Record<string, Standing>, day: Partial<Day> = {}, course = cards(...Object.keys(known))) {
  return today(course, new Map(Object.entries(known)), new Set(["kettles"]), { ...PLENTY, ...day });
}

test("what falls due before the day ends is asked for today, at whatever hour", () => {
  deepEqual(queue({ now: standing({}), evening: standing({ due: END - 1 }), later: standing({ due: END }) }).due, [
    "now",
    "evening",
  ]);
});

test("what was put off or taken out is not asked for, until its time", () => {
  const known = { put: standing({}, { buriedUntil: NOW + 1 }), out: standing({}, { isSuspended: true }) };
  deepEqual(queue(known), { due: [], fresh: [], held: 0, waiting: 0, soon: [] });
  deepEqual(queue(known, { now: NOW + 1 }).due, ["put"]);
});

test("what was missed comes first, then what is known best; the rest waits", () => {
  const known = {
    faint: standing({ stability: 2 }),
    missed: standing({ stability: 1 }, { isMissed: true }),
    firm: standing({ stability: 40 }),
    middling: standing({ stability: 9 }),
  };
  deepEqual(queue(known).due, ["missed", "firm", "middling", "faint"]);
  deepEqual(queue(known, { limit: 2 }), { due: ["missed", "firm"], fresh: [], held: 0, waiting: 2, soon: [] });
});

test("new cards come from lessons that were begun, in the order of the course, within their number", () => {
  const course: Askable[] = [
    { id: "elsewhere", kind: "card", lesson: "teapots" },
    { id: "question", kind: "item", lesson: "kettles" },
    ...cards("one", "two", "three"),
  ];
  deepEqual(queue({}, { fresh: 2 }, course), { due: [], fresh: ["one", "two"], held: 1, waiting: 0, soon: [] });
});

test("a card that was only put off or ticked is still new; one that was graded is not", () => {
  const course = cards("ticked", "put", "graded");
  const never: Partial<Memory> = { ...unseen(NOW - DAY) };
  const known = {
    ticked: standing(never, { missedPoints: ["a"] }),
    put: standing(never, { buriedUntil: NOW + 1 }),
    graded: standing({ due: END + DAY }),
  };
  deepEqual(queue(known, {}, course), { due: [], fresh: ["ticked"], held: 0, waiting: 0, soon: [] });
});

test("an item is due only once it was missed", () => {
  const never = { ...unseen(NOW - DAY) };
  equal(isDue(standing(never), PLENTY), false);
  equal(isDue(standing(never, { isMissed: true }), PLENTY), true);
});

test("what the course no longer has is not asked for, and nothing stumbles over it", () => {
  deepEqual(queue({ gone: standing({}) }, {}, []), { due: [], fresh: [], held: 0, waiting: 0, soon: [] });
});

test("after the clock was a year ahead and was set right, what was graded then comes today", () => {
  equal(isDue(standing({ last: NOW + 365 * DAY, due: NOW + 400 * DAY }), PLENTY), true);
  equal(isDue(standing({ last: NOW + DAY / 24, due: NOW + 30 * DAY }), PLENTY), false);
});

test("a day ends at four in the morning", () => {
  const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();
  equal(endOfDay(at(25, 4)), at(26, 4));
  equal(endOfDay(at(25, 23, 59)), at(26, 4));
  equal(endOfDay(at(26, 3, 59)), at(26, 4));
});

test("the day on which clocks are changed has an hour more or less", () => {
  const before = process.env["TZ"];
  process.env["TZ"] = "Europe/Berlin";
  const length = (day: Date): number => (endOfDay(day.getTime()) - day.getTime()) / 3_600_000;
  equal(length(new Date(2026, 9, 24, 4)), 25);
  equal(length(new Date(2026, 2, 28, 4)), 23);
  equal(length(new Date(2026, 2, 28, 23, 30)), 3.5);
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

test("what was asked for earlier today counts towards the day's numbers", () => {
  const asked = standing({ last: START, due: END + DAY }, {});
  const begun = standing({ last: NOW - 1, due: END + DAY }, { first: NOW - 1 });
  const known = { asked, begun, one: standing({}), two: standing({}) };
  const course = cards(...Object.keys(known), "new", "newer");
  const { due, fresh, waiting } = queue(known, { limit: 2, fresh: 2 }, course);
  deepEqual([due, waiting], [["one"], 1], "the card that was begun is no review");
  deepEqual(fresh, ["new"]);
  deepEqual(queue(known, { limit: 0, fresh: 0 }, course).fresh, []);
});

test("what rests for minutes comes back when these are over, and says when", () => {
  const resting = (due: number): Standing => standing({ state: "learning", last: NOW - 1, due });
  const known = { ten: resting(NOW + 10 * 60_000), one: resting(NOW + 30_000), five: resting(NOW + 5 * 60_000) };
  const found = queue(known);
  deepEqual(found.due, ["one"], "half a minute is not waited for");
  deepEqual(found.soon, [NOW + 5 * 60_000, NOW + 10 * 60_000]);
  deepEqual(queue({ tomorrow: resting(END + 1) }).soon, []);
});
