import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/log/entry";
import { heldBy } from "../src/progress/misconceptions";
import { answer, course, DAY, NOW } from "./progress-course";

const MISCONCEPTIONS = ["hot-is-enough", "pots-are-kettles"].map((id) => ({
  id,
  believes: `Believes ${id}.`,
  cure: "Measure it.",
  passage: "lessons/kettles/#boiling",
}));
const TEA = course([], [], { misconceptions: MISCONCEPTIONS });

function shown(about: string, id: string, at: number, first = true): Entry {
  return answer(about, { right: false, shows: [id], at, first });
}

function held(...entries: Entry[]): [string, number, number, number][] {
  return heldBy(TEA, entries).map(({ misconception, times, last, since }) => [misconception.id, times, last, since]);
}

test("what no answer shows is not held", () => {
  deepEqual(held(answer("when"), shown("when", "gone-from-the-course", NOW)), []);
});

test("how often it showed, and when last", () => {
  const entries = [shown("when", "hot-is-enough", NOW - 2 * DAY), shown("which", "hot-is-enough", NOW - DAY, false)];
  deepEqual(held(...entries), [["hot-is-enough", 2, NOW - DAY, 0]]);
});

test("a later first try without it counts against it, a second check of the same try does not", () => {
  const wrong = shown("when", "hot-is-enough", NOW - DAY);
  equal(held(wrong, answer("when", { first: false }))[0]?.[3], 0);
  equal(held(wrong, answer("when"))[0]?.[3], 1);
  equal(held(wrong, answer("which"))[0]?.[3], 0, "another item might not have shown it");
  equal(held(wrong, answer("when"), shown("when", "hot-is-enough", NOW))[0]?.[3], 0, "it is back");
});

test("what still shows comes first, the latest first", () => {
  const entries = [
    shown("when", "hot-is-enough", NOW - 2 * DAY),
    shown("which", "pots-are-kettles", NOW - DAY),
    answer("which", { at: NOW }),
  ];
  deepEqual(held(...entries).map(([id]) => id), ["hot-is-enough", "pots-are-kettles"]);
  deepEqual(held(...entries.slice(0, 2)).map(([id]) => id), ["pots-are-kettles", "hot-is-enough"]);
});

test("every answer that bears on it can be drawn", () => {
  const entries = [answer("when", { at: NOW - 3 * DAY }), shown("when", "hot-is-enough", NOW - DAY), answer("when")];
  deepEqual(heldBy(TEA, entries)[0]?.traces, [
    { at: NOW - DAY, shows: true },
    { at: NOW, shows: false },
  ]);
});
