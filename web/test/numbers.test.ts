import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { judge, parseNumber } from "../src/numbers";

const READ: [string, number][] = [
  ["0.636", 0.636],
  ["0,636", 0.636],
  [" .5 ", 0.5],
  ["5.", 5],
  ["+3", 3],
  ["-2", -2],
  ["\u22122", -2],
  ["\u2013 2", -2],
  ["1e-3", 0.001],
  ["1E\u22123", 0.001],
  ["1 386", 1386],
  ["1\u00A0386,5", 1386.5],
  ["\uFF11\uFF12", 12],
];

for (const [text, value] of READ) {
  test(`a number is read as people write it: ${text}`, () => equal(parseNumber(text), value));
}

for (const text of ["", " ", "-", "e3", "1.2.3", "1,234,567", "1.234,5", "1e", "1e999", "two", "0x10", "Infinity", "NaN"]) {
  test(`no number is made of ${JSON.stringify(text)}`, () => equal(parseNumber(text), null));
}

test("the unit may be written, in any case, and no other may", () => {
  equal(parseNumber("0.64 nats", "nats"), 0.64);
  equal(parseNumber("0.64Nats", "nats"), 0.64);
  equal(parseNumber("5 %", "%"), 5);
  equal(parseNumber("3 m / s", "m/s"), 3);
  equal(parseNumber("0.64 bits", "nats"), null);
  equal(parseNumber("nats", "nats"), null);
});

const TARGET = { answer: 0.636, within: 0.005, mistakes: [1.386, 1.39] };

test("right is what lies within the tolerance, its edge included", () => {
  for (const value of [0.636, 0.641, 0.631]) equal(judge(value, TARGET).right, true);
  for (const value of [0.6411, 0.6309]) equal(judge(value, TARGET).right, false);
  equal(judge(0.1 + 0.2, { answer: 0.3, within: 0, mistakes: [] }).right, true);
  equal(judge(4, { answer: 3, within: 0, mistakes: [] }).right, false);
});

test("a named mistake is known within the same tolerance; of two, the nearest", () => {
  equal(judge(1.383, TARGET).mistake, 0);
  equal(judge(1.389, TARGET).mistake, 1);
  equal(judge(1.387, TARGET).mistake, 0);
  equal(judge(1.4, TARGET).mistake, null);
});

const MISSES: [number, string][] = [
  [0.5, "Not yet: that is too small."],
  [0.7, "Not yet: that is too large."],
  [-0.64, "Nearly: the size is right, the sign is not."],
  [63.6, "Nearly: the digits are right, the decimal point is not."],
  [0.00064, "Nearly: the digits are right, the decimal point is not."],
];

for (const [value, verdict] of MISSES) {
  test(`a wrong number hears how it misses: ${value}`, () => {
    deepEqual(judge(value, TARGET), { right: false, verdict, mistake: null });
  });
}

test("zero has no sign and no decimal point to get wrong", () => {
  const zero = { answer: 0, within: 0, mistakes: [] };
  equal(judge(10, zero).verdict, "Not yet: that is too large.");
  equal(judge(0, zero).right, true);
});
