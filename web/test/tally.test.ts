import { equal } from "node:assert/strict";
import { test } from "node:test";
import { inWords, isComplete, isMissed, record, retriedInWords, type Tally } from "../src/tally";

const EMPTY: Tally = new Map();

function after(...answers: [string, boolean | null][]): Tally {
  return answers.reduce((tally, [id, right]) => record(tally, { id, right }), EMPTY);
}

test("only the first try of an item counts", () => {
  equal(inWords(after(["a", false], ["a", true]), 3), "1 of 3 answered · 0 right at the first try");
});

test("recording leaves the tally before it as it was", () => {
  const before = after(["a", true]);
  record(before, { id: "b", right: true });
  equal(before.size, 1);
});

test("an answer which the learner judges is answered, neither right nor wrong", () => {
  equal(inWords(after(["a", null]), 2), "1 of 2 answered");
  equal(inWords(after(["a", null], ["b", true]), 3), "2 of 3 answered · 1 right at the first try");
});

test("when all is answered it says so", () => {
  const tally = after(["a", true], ["b", false]);
  equal(isComplete(tally, 2), true);
  equal(inWords(tally, 2), "All 2 answered, 1 right at the first try. Well worked through.");
  equal(inWords(after(["a", true]), 1), "Answered, and right at the first try.");
  equal(inWords(after(["a", null]), 1), "Answered. Well worked through.");
});

test("a page without items is never complete", () => {
  equal(isComplete(EMPTY, 0), false);
});

test("missed is what was wrong at the first try, and nothing else", () => {
  const tally = after(["a", false], ["a", true], ["b", true], ["c", null]);
  const missed = ["a", "b", "c", "never asked"].filter((id) => isMissed(tally, id));
  equal(missed.join(), "a");
});

test("a round of the missed says how many are right now", () => {
  equal(retriedInWords(EMPTY, 2), "0 of 2 missed tried again · 0 right");
  equal(retriedInWords(after(["a", true]), 2), "1 of 2 missed tried again · 1 right");
  equal(retriedInWords(after(["a", true], ["b", false]), 2), "1 of 2 missed right at this try.");
  equal(retriedInWords(after(["a", true], ["b", true]), 2), "All 2 missed are right now.");
  equal(retriedInWords(after(["a", true]), 1), "The missed one is right now.");
});
