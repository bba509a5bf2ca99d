import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { plan, type Budget, type Plan } from "../src/review/plan";
import type { Standing } from "../src/review/standing";
import { retrievability, unseen, type Memory } from "../src/schedule";

const DAY = 86_400_000;
const NOW = new Date(2026, 2, 2, 18).getTime();
const FORTNIGHT: Budget = { now: NOW, date: NOW + 14 * DAY, minutes: 20, spent: 0, seconds: 30 };
const NEW: Partial<Memory> = { state: "new", stability: 0, difficulty: 0, reps: 0 };

function standing(memory: Partial<Memory> = {}, more: Partial<Standing> = {}): Standing {
  const learnt: Memory = { ...unseen(NOW - 9 * DAY), state: "review", stability: 9, difficulty: 5, reps: 3 };
  const plain = { first: 0, edition: "", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
  return { ...plain, ...more, memory: { ...learnt, ...memory } };
}

function many(count: number, memory: Partial<Memory> = {}): Record<string, Standing> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`card-${index}`, standing(memory)]));
}

function planned(known: Record<string, Standing>, budget: Partial<Budget> = {}): Plan {
  return plan(Object.keys(known), new Map(Object.entries(known)), { ...FORTNIGHT, ...budget });
}

function minutes({ days }: Plan): number[] {
  return days.map((day) => day.minutes);
}

test("without cards there is nothing to plan", () => {
  const { days, ...rest } = planned({});
  deepEqual(rest, { when: "ahead", today: [], spare: [], known: 0, knownWithout: 0, leftOut: 0 });
  deepEqual(new Set(days.map((day) => day.minutes)), new Set([0]));
});

test("the days are today to the eve, and each begins at four", () => {
  const date = new Date(2026, 2, 5, 9).getTime();
  const begun = (now: Date): Date[] => planned({}, { date, now: now.getTime() }).days.map(({ begin }) => new Date(begin));
  const days = [2, 3, 4].map((day) => new Date(2026, 2, day, 4));
  deepEqual(begun(new Date(2026, 2, 2, 18)), days);
  deepEqual(begun(new Date(2026, 2, 3, 3)), days); // past midnight, and still at the day before
  deepEqual(begun(new Date(2026, 2, 4, 9)), days.slice(2));
});

test("a day tells how many reviews it holds, and today's are those to ask for", () => {
  const { days, today } = planned(many(60));
  equal(days[0]?.reviews, today.length);
  ok(days.every(({ reviews, minutes }) => reviews * 30 <= minutes * 60 + 1e-6)); // what is forgotten is asked again
  ok(days.some(({ reviews }) => reviews > 0));
});

test("without minutes nothing is asked, and what was never asked is left out", () => {
  const none = planned({ ...many(3), fresh: standing(NEW) }, { minutes: 0 });
  deepEqual([none.today, none.leftOut], [[], 1]);
  equal(none.known, none.knownWithout);
});

test("no day holds more than its minutes, and today no more than is left of it", () => {
  const full = planned(many(300, NEW), { spent: 15 });
  ok(minutes(full).every((each, day) => each <= (day === 0 ? 5 : 20) + 1e-6));
  ok(full.today.length <= 10);
  deepEqual(planned(many(300, NEW), { spent: 30 }).today, []);
});

test("what cannot be fitted in is counted", () => {
  equal(planned(many(300, NEW)).leftOut, 20); // 14 days of 40 askings; each is asked twice the first time
  equal(planned(many(100, NEW)).leftOut, 0);
});

test("on the day itself, today is the only day", () => {
  const last = planned(many(5), { date: NOW + 3_600_000 });
  deepEqual([last.when, last.days.length], ["today", 1]);
  ok(last.today.length > 0);
  ok(last.known > last.knownWithout);
});

test("on the day itself it is today until the day is over, whatever the hour", () => {
  const morning = new Date(2026, 2, 2, 9).getTime();
  for (const hour of [4, 8, 9, 10, 23, 27]) {
    const last = planned(many(5), { date: morning, now: new Date(2026, 2, 2, hour).getTime() });
    deepEqual([last.when, last.days.length], ["today", 1], `at ${hour}`);
  }
  equal(planned(many(5), { date: morning, now: new Date(2026, 2, 3, 4).getTime() }).when, "passed");
});

test("after the day of the date nothing is planned", () => {
  for (const date of [NOW - DAY, NOW - 30 * DAY]) {
    const past = planned(many(5), { date });
    deepEqual([past.when, past.today, past.spare, past.days, past.leftOut], ["passed", [], [], [], 0]);
    equal(past.known, past.knownWithout);
  }
});

test("a date that is years away is planned too", () => {
  const far = planned(many(5), { date: NOW + 2000 * DAY });
  equal(far.days.length, 2000);
  ok(far.known > far.knownWithout);
});

test("suspended cards are no part of it", () => {
  const without = planned(many(3));
  deepEqual(planned({ ...many(3), out: standing(NEW, { isSuspended: true }) }), without);
});

test("what is put off waits for its day, and is planned after it", () => {
  const put = planned({ put: standing({ stability: 1 }, { buriedUntil: NOW + DAY / 2 }) }, { minutes: 60 });
  deepEqual([put.today, put.spare], [[], []]);
  ok(put.known > put.knownWithout);
});

test("what was asked today does not come again today, unless it was missed", () => {
  const asked = { last: NOW - 60_000, stability: 0.3 };
  const cards = { known: standing(asked), missed: standing(asked, { isMissed: true }), older: standing() };
  const { today, spare } = planned(cards, { date: NOW + DAY, minutes: 60 });
  deepEqual([...today, ...spare].includes("known"), false);
  equal([...today, ...spare][0], "missed");
});

test("all is known: little is asked, and the number says so", () => {
  const known = planned(many(50, { stability: 4000, last: NOW - 2 * DAY }));
  ok(known.knownWithout > 0.99);
  ok(known.known >= known.knownWithout);
  equal(known.leftOut, 0);
});

test("all is new: the first of the course are begun, and something is known by the date", () => {
  const fresh = planned(many(40, NEW));
  equal(fresh.knownWithout, 0);
  ok(fresh.known > 0.8 && fresh.known < 1);
  deepEqual(fresh.today, Object.keys(many(fresh.today.length)));
});

test("where time is short, what would be forgotten comes before what is known anyway", () => {
  const cards = { firm: standing({ stability: 200 }), faint: standing({ stability: 2 }) };
  const { today } = planned(cards, { date: NOW + DAY, minutes: 1 });
  deepEqual(today, ["faint"]);
});

test("without a review, what is known is what the schedule says of that time", () => {
  const one = standing();
  const { knownWithout } = planned({ one });
  ok(Math.abs(knownWithout - retrievability(one.memory, FORTNIGHT.date)) < 0.01);
});

test("more minutes never promise less", () => {
  const promised = [0, 5, 10, 20, 40].map((each) => planned(many(100, NEW), { minutes: each }).known);
  ok(promised.every((known, index) => known >= (promised[index - 1] ?? 0)));
});

test("the same gives the same", () => {
  const cards = { ...many(30), ...many(10, NEW) };
  deepEqual(planned(cards), planned(cards));
});
