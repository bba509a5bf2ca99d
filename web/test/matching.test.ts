import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { gradeMatch, matchedInWords, putOn } from "../src/matching";

test("a choice stands in one row: where it was put last", () => {
  deepEqual(putOn(["", "2", ""], 0, "1"), ["1", "2", ""]);
  deepEqual(putOn(["1", "2", ""], 2, "1"), ["", "2", "1"]);
  deepEqual(putOn(["1", "2", ""], 1, "0"), ["1", "0", ""]);
  deepEqual(putOn(["1", "", ""], 0, "1"), ["1", "", ""]);
});

test("pairs are right when every row has its own choice", () => {
  deepEqual(gradeMatch(["0", "1"], ["0", "1"]), { right: true, verdict: "Right." });
  deepEqual(gradeMatch(["0", "1", "2"], ["0", "2", "1"]), { right: false, verdict: "Not yet: 1 of 3 right." });
  equal(gradeMatch(["0", "1"], ["0", "0"]).right, false);
});

test("what is matched is counted", () => {
  equal(matchedInWords(2, 4), "2 of 4 matched");
});
