import { equal } from "node:assert/strict";
import { test } from "node:test";
import { answeredInWords, firstLeft, leftInWords, markInWords, type Mark } from "../src/exam/sheet";

const DONE: Mark = { answered: true, flagged: false };
const OPEN: Mark = { answered: false, flagged: false };
const FLAGGED: Mark = { answered: true, flagged: true };
const BOTH: Mark = { answered: false, flagged: true };

test("a number says how its question stands", () => {
  equal(markInWords(3, DONE), "Question 3, answered");
  equal(markInWords(3, BOTH), "Question 3, not answered, flagged");
});

test("the sheet says how many are answered", () => {
  equal(answeredInWords([DONE, OPEN, FLAGGED, BOTH]), "2 of 4 answered");
});

test("what is not answered comes before what is flagged", () => {
  equal(firstLeft([DONE, FLAGGED, OPEN]), 2);
  equal(firstLeft([DONE, FLAGGED, FLAGGED]), 1);
  equal(firstLeft([DONE, DONE]), null);
});

test("what is left is told in numbers", () => {
  equal(leftInWords([DONE]), "");
  equal(leftInWords([OPEN, DONE]), "1 question is not answered.");
  equal(leftInWords([FLAGGED]), "1 question is flagged.");
  equal(leftInWords([OPEN, BOTH, FLAGGED]), "2 questions are not answered, 2 questions are flagged.");
});
