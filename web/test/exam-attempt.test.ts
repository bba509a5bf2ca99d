import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { answerTo, attempt, readAttempt, type Attempt } from "../src/exam/attempt";
import { begun } from "../src/exam/clock";

const BEGUN = attempt({ seed: 1, lessons: ["tea"], count: 3, minutes: 5 }, "1abc", begun(1000, 5));
const KEPT: Attempt = {
  ...BEGUN,
  at: 2,
  answers: { a: { edition: "a1", given: ["0"], confidence: "sure" } },
  flagged: ["b"],
};

test("what was kept is read again", () => {
  deepEqual(readAttempt(structuredClone(KEPT)), KEPT);
  deepEqual(readAttempt(structuredClone(BEGUN)), BEGUN);
});

for (const [name, kept] of Object.entries({
  nothing: undefined,
  none: null,
  "a text": "exam",
  "a list": [],
  "no choice": { ...KEPT, choice: null },
  "a seed that is none": { ...KEPT, choice: { ...KEPT.choice, seed: NaN } },
  "a limit in words": { ...KEPT, choice: { ...KEPT.choice, minutes: "5" } },
  "no clock": { ...KEPT, clock: {} },
  "half a place": { ...KEPT, at: 0.5 },
  "answers in a list": { ...KEPT, answers: [1] },
  "an answer of numbers": { ...KEPT, answers: { a: { edition: "a1", given: [0], confidence: null } } },
  "flags in words": { ...KEPT, flagged: "b" },
})) {
  test(`${name} is no exam`, () => equal(readAttempt(kept), null));
}

test("an answer to another edition is none", () => {
  deepEqual(answerTo(KEPT, { id: "a", edition: "a1" })?.given, ["0"]);
  equal(answerTo(KEPT, { id: "a", edition: "a2" }), null);
  equal(answerTo(KEPT, { id: "b", edition: "a1" }), null);
  equal(answerTo(KEPT, { id: "constructor", edition: "a1" }), null);
});
