import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { countedInWords, ruleInWords, unansweredInWords } from "../src/interview/counting";
import { GRADES } from "../src/schedule";

const { again, hard, good } = GRADES;

test("the rule names the grades that the learner uses", () => {
  ok(ruleInWords(2).includes("half the points of a card or more count as remembered, fewer as forgotten"));
  ok(ruleInWords(4).includes("all points of a card count as remembered, half of them or more as hard, fewer as forgotten"));
});

test("the result says which grades were given", () => {
  equal(countedInWords([good], 1), "Counted: 1 card as remembered.");
  equal(countedInWords([again, good, hard, good], 4), "Counted: 2 cards as remembered, 1 as hard, 1 as forgotten.");
  equal(countedInWords([again], 2), "Counted: 1 card as forgotten. 1 without ticks is as before.");
  equal(countedInWords([good], 3), "Counted: 1 card as remembered. 2 without ticks are as before.");
  ok(countedInWords([], 3).startsWith("Nothing is ticked yet"));
});

test("what was not reached is counted", () => {
  equal(unansweredInWords(0), "");
  ok(unansweredInWords(1).startsWith("1 question was not reached"));
  ok(unansweredInWords(2).startsWith("2 questions were not reached"));
});
