import { equal } from "node:assert/strict";
import { test } from "node:test";
import { confidenceInWords } from "../src/confidence";

test("being sure is told where the answer was wrong, or where the learner judges", () => {
  equal(confidenceInWords("sure", false), "You were sure.");
  equal(confidenceInWords("sure", null), "You were sure.");
  equal(confidenceInWords("sure", true), "");
});

test("a right answer that was not known is told to be so", () => {
  equal(confidenceInWords("guess", true), "A guess that was right: read why.");
  equal(confidenceInWords("unsure", true), "You were unsure, and right.");
});

test("a wrong answer that was a guess is no news, and who said nothing is told nothing", () => {
  for (const confidence of ["guess", "unsure"] as const) equal(confidenceInWords(confidence, false), "");
  for (const right of [true, false, null]) equal(confidenceInWords(null, right), "");
});
