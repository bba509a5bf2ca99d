import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { gradeOne, gradeSet, markInWords } from "../src/grading";

test("one right option", () => {
  deepEqual(gradeOne(["1"], ["1"]), { right: true, verdict: "Right." });
  deepEqual(gradeOne(["1"], ["2"]), { right: false, verdict: "Not this one." });
  equal(gradeOne(["1"], []).right, false);
});

test("several right options: the order of choosing does not matter", () => {
  deepEqual(gradeSet(["0", "2"], ["2", "0"]), { right: true, verdict: "Right." });
});

const SETS: [string[], string[], string][] = [
  [["0", "2"], ["0"], "Right so far, but one is missing."],
  [["0", "1", "2"], ["1"], "Right so far, but two are missing."],
  [["0", "2"], ["0", "2", "3"], "Not yet: one choice does not belong."],
  [["0"], ["1"], "Not yet: one choice does not belong, and one is missing."],
  [["0", "1"], ["2", "3"], "Not yet: two choices do not belong, and two are missing."],
  [[], ["0"], "Not yet: one choice does not belong."],
];

for (const [key, chosen, verdict] of SETS) {
  test(`several right options: ${chosen.join(" ")} for ${key.join(" ") || "none"}`, () => {
    deepEqual(gradeSet(key, chosen), { right: false, verdict });
  });
}

test("an option's mark names the choice and the answer, and gives away neither too early", () => {
  const mark = (right: boolean, chosen: boolean, all: boolean) => markInWords({ right, chosen, all }, "The answer");
  equal(mark(false, true, false), "You chose this · wrong");
  equal(mark(true, true, false), "You chose this · right");
  equal(mark(true, false, false), "");
  equal(mark(true, false, true), "The answer");
  equal(mark(true, true, true), "The answer · you chose this");
  equal(mark(false, false, true), "");
});
