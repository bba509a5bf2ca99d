import { equal } from "node:assert/strict";
import { test } from "node:test";
import { blanksInWords, isAccepted } from "../src/words";

const SAME: [string, string][] = [
  ["  Rises,   then falls ", "rises, then falls"],
  ["don't", "don\u2019t"],
  ["\u201Cso\u201D", '"so"'],
  ["best-of-n", "best\u2011of\u2013n"],
  ["a -- b", "a \u2013 b"],
  ["caf\u00E9", "cafe\u0301"],
  ["a\u00A0b", "a b"],
  ["\u00C4RGER", "\u00E4rger"],
];

for (const [typed, answer] of SAME) {
  test(`the same words: ${typed}`, () => equal(isAccepted(typed, [answer]), true));
}

test("other words are not the same, and each alternative counts", () => {
  for (const typed of ["", "rise", "rises then falls", "falls"]) equal(isAccepted(typed, ["rises"]), false);
  equal(isAccepted("Grows", ["rises", "grows"]), true);
});

test("how far a text was filled in is said in words", () => {
  equal(blanksInWords([true, true]), "Right.");
  equal(blanksInWords([true, false]), "Not yet: 1 of 2 blanks is right.");
  equal(blanksInWords([false, false, false]), "Not yet: 0 of 3 blanks are right.");
  equal(blanksInWords([false]), "Not this word.");
});
