import { equal } from "node:assert/strict";
import { test } from "node:test";
import { intervalInFull, intervalInShort } from "../src/interval";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Each interval in minutes, and its words, a plain space for the one that does not break. */
const SAID: [number, string][] = [
  [1, "1 min"],
  [10, "10 min"],
  [59.4, "59 min"],
  [59.5, "1 hour"],
  [90, "2 hours"],
  [23.4 * 60, "23 hours"],
  [23.5 * 60, "1 day"],
  [3 * 1440, "3 days"],
  [30 * 1440, "30 days"],
  [31 * 1440, "1 month"],
  [46 * 1440, "1.5 months"],
  [76 * 1440, "2.5 months"],
  [303 * 1440, "10 months"],
  [349 * 1440, "11 months"],
  [364 * 1440, "1 year"],
  [438 * 1440, "1.2 years"],
  [3650 * 1440, "10 years"],
  [36_500 * 1440, "100 years"],
];

for (const [minutes, words] of SAID) {
  test(`an interval of ${minutes} minutes is said as ${words}`, () => {
    equal(intervalInShort(minutes * MINUTE), words.replace(" ", "\u00A0"));
  });
}

test("for those who hear it no word is cut short", () => {
  equal(intervalInFull(10 * MINUTE), "10\u00A0minutes");
  equal(intervalInFull(MINUTE), "1\u00A0minute");
  equal(intervalInFull(76 * DAY), intervalInShort(76 * DAY));
});

test("what is due, or nearly, is never said to be no time away", () => {
  for (const ms of [20_000, 0, -5 * DAY]) equal(intervalInShort(ms), "1\u00A0min");
});

test("no count reaches the next larger unit, and none has two decimals", () => {
  const most: Record<string, number> = { min: 59, hour: 23, day: 30, month: 11.9, year: Infinity };
  for (let ms = MINUTE; ms < 40_000 * DAY; ms *= 1.003) {
    const [, count = "", unit = ""] = /^(\d+(?:\.\d)?)\u00A0(min|hour|day|month|year)s?$/.exec(intervalInShort(ms)) ?? [];
    equal(Number(count) >= 1 && Number(count) <= (most[unit] ?? 0), true, intervalInShort(ms));
  }
});
