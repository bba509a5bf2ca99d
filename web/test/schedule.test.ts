import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { GRADES, graded, outlooks, retrievability, unseen, type Grade, type Memory } from "../src/schedule";

const { again, hard, good, easy } = GRADES;
const ALL: readonly Grade[] = [again, hard, good, easy];
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = Date.UTC(2025, 0, 1, 12);

/** The memory after each of some grades, each given when it is due. */
function whenDue(...grades: Grade[]): Memory[] {
  const memories: Memory[] = [];
  for (const grade of grades) {
    const memory = memories.at(-1) ?? unseen(START);
    memories.push(graded(memory, grade, memory.due));
  }
  return memories;
}

function last(...grades: Grade[]): Memory {
  return whenDue(...grades).at(-1) ?? unseen(START);
}

function wait({ due, last }: Memory): number {
  return due - last;
}

const LEARNT = last(good, good, good);

test("the intervals are those which the makers of FSRS-6 give", () => {
  const memories = whenDue(...Array<Grade>(6).fill(good), again, again, ...Array<Grade>(5).fill(good));
  const days = memories.map((memory) => Math.floor(wait(memory) / DAY));
  deepEqual(days, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test("what is new comes back after the learning steps, of 1 and 10 minutes", () => {
  const waits = ALL.map((grade) => wait(graded(unseen(START), grade, START)) / MINUTE);
  deepEqual(waits, [1, 6, 10, 8 * 1440]);
  equal(last(good).state, "learning");
  equal(last(good, good).state, "review");
  equal(wait(last(good, again)) / MINUTE, 1);
});

test("a lapse is counted, and comes back after 10 minutes", () => {
  const lapsed = graded(LEARNT, again, LEARNT.due);
  equal(lapsed.lapses, 1);
  equal(lapsed.state, "relearning");
  equal(wait(lapsed) / MINUTE, 10);
  equal(graded(lapsed, again, lapsed.due).lapses, 1);
  equal(graded(lapsed, good, lapsed.due).state, "review");
});

test("a memory can be stored, and what comes back from the store is graded the same", () => {
  const memory: Memory = JSON.parse(JSON.stringify(LEARNT));
  deepEqual(memory, LEARNT);
  deepEqual(graded(memory, hard, memory.due), graded(LEARNT, hard, LEARNT.due));
});

test("grading leaves the memory before it as it was, and always gives the same", () => {
  const before = { ...LEARNT };
  const [first, second] = [1, 2].map(() => graded(LEARNT, again, LEARNT.due));
  deepEqual(first, second);
  deepEqual(LEARNT, before);
});

test("an outlook is what its grade then gives", () => {
  for (const memory of [unseen(START), ...whenDue(good, good, good, again, good)]) {
    const seen = outlooks(memory, memory.due, 0.85);
    for (const grade of ALL) deepEqual(seen[grade], graded(memory, grade, memory.due, 0.85));
  }
});

test("a better grade is never sooner due", () => {
  for (const memory of [unseen(START), ...whenDue(good, easy, hard, again, hard, good)]) {
    const seen = outlooks(memory, memory.due);
    const waits = ALL.map((grade) => wait(seen[grade]));
    deepEqual(waits, [...waits].sort((a, b) => a - b));
  }
});

test("who wants to retain more is asked sooner", () => {
  const waits = [0.8, 0.9, 0.97].map((retention) => wait(graded(LEARNT, good, LEARNT.due, retention)));
  deepEqual(waits, [...new Set(waits)].sort((a, b) => b - a));
  deepEqual(graded(LEARNT, good, LEARNT.due), graded(LEARNT, good, LEARNT.due, 0.9));
});

test("retrievability falls with time, from 1 through 0.9 when due, and stays above 0", () => {
  const days = [0, 0.1, 1, 11, 40, 400, 36_500];
  const values = days.map((day) => retrievability(LEARNT, LEARNT.last + day * DAY));
  deepEqual(values, [...new Set(values)].sort((a, b) => b - a));
  equal(values[0], 1);
  ok(Math.min(...values) > 0);
  ok(Math.abs(retrievability(LEARNT, LEARNT.due) - 0.9) < 0.01);
});

test("of what was never asked nothing is known", () => {
  equal(retrievability(unseen(START), START), 0);
  equal(retrievability(unseen(START), START + 9 * DAY), 0);
});

test("a clock that went back counts as no time passed", () => {
  for (const memory of [unseen(START), ...whenDue(good, good, good, again)]) {
    for (const grade of ALL) {
      const before = graded(memory, grade, memory.last - 3 * DAY);
      const now = graded(memory, grade, memory.last);
      deepEqual({ ...before, due: now.due, last: now.last }, now);
      equal(wait(before), wait(now));
      equal(before.last, memory.last - 3 * DAY);
    }
  }
  equal(retrievability(LEARNT, LEARNT.last - 3 * DAY), 1);
});

test("a day is 24 hours, wherever midnight lies", () => {
  const late = Date.UTC(2025, 0, 1, 23, 55);
  const over = graded(graded(unseen(late), good, late), good, late + 10 * MINUTE);
  const noon = graded(graded(unseen(START), good, START), good, START + 10 * MINUTE);
  equal(over.stability, noon.stability);
  const after = (wait: number) => graded(LEARNT, good, LEARNT.last + wait).stability;
  equal(after(DAY - 1), after(0));
  ok(after(DAY) > after(0));
});

test("no order of grades and times makes a number that is none", () => {
  const gaps = [0, MINUTE, DAY - 1, DAY, 400 * DAY, -DAY, 40_000 * DAY];
  let memories: Memory[] = [unseen(START), unseen(0)];
  for (let round = 0; round < 4; round += 1) {
    const all = memories.flatMap((memory) =>
      gaps.flatMap((gap) => ALL.map((grade) => graded(memory, grade, memory.last + gap))),
    );
    for (const { state, ...numbers } of all) ok(Object.values(numbers).every(Number.isFinite), state);
    memories = all.filter((_, at) => at % 17 === round);
  }
});
