import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { byLesson, sumInWords, sumOf } from "../src/interview/sum";

const RESULTS = [
  { lesson: "tea", made: 3, all: 4 },
  { lesson: "milk", made: 1, all: 5 },
  { lesson: "tea", made: 0, all: 2 },
];

test("points add up", () => {
  deepEqual(sumOf(RESULTS), { made: 4, all: 11 });
  deepEqual(sumOf([]), { made: 0, all: 0 });
});

test("lessons come with the weakest first", () => {
  deepEqual(byLesson(RESULTS), [
    { lesson: "milk", made: 1, all: 5 },
    { lesson: "tea", made: 3, all: 6 },
  ]);
});

test("the sum is a sentence", () => {
  equal(sumInWords({ made: 14, all: 22 }), "You made 14 of 22 points.");
  equal(sumInWords({ made: 22, all: 22 }), "You made all 22 points.");
  equal(sumInWords({ made: 1, all: 1 }), "You made the one point.");
  equal(sumInWords({ made: 0, all: 22 }), "Tick the points that you made: they add up here.");
});
