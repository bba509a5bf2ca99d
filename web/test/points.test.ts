import { equal } from "node:assert/strict";
import { test } from "node:test";
import { pointsInWords } from "../src/points";

test("points are counted in words", () => {
  equal(pointsInWords(2, 3), "2 of 3 points");
  equal(pointsInWords(0, 1), "0 of 1 point");
});
