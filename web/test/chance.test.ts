import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { reshuffled, seeded, shuffled } from "../src/chance";

const FOUR = ["a", "b", "c", "d"];

/** The chance that leaves an order as it is. */
const still = (): number => 1 - Number.EPSILON;

test("a seed gives the numbers that it always gives, from 0 up to 1", () => {
  const [one, same, other] = [seeded(7), seeded(7), seeded(8)];
  const drawn = Array.from({ length: 1000 }, one);
  deepEqual(Array.from({ length: 1000 }, same), drawn);
  notDeepEqual(Array.from({ length: 1000 }, other), drawn);
  ok(drawn.every((number) => 0 <= number && number < 1));
  // What is stored with a seed must mean the same in every later version.
  equal(Math.floor(seeded(1)() * 2 ** 32), 2693262067);
});

test("an order has every entry once, and what was given stays as it was", () => {
  const given = [...FOUR];
  deepEqual(shuffled(given, seeded(3)).sort(), FOUR);
  deepEqual(given, FOUR);
  deepEqual(shuffled([], seeded(3)), []);
  deepEqual(shuffled(["a"], seeded(3)), ["a"]);
});

test("each order comes about as often as any other", () => {
  const chance = seeded(11);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = shuffled(["a", "b", "c"], chance).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  equal(counts.size, 6);
  for (const count of counts.values()) ok(880 < count && count < 1120, `${count} of 6000`);
});

test("three or more never come as just before", () => {
  notDeepEqual(reshuffled(FOUR, still), FOUR);
  deepEqual(reshuffled(FOUR, still).sort(), FOUR);
  const chance = seeded(5);
  let order = ["a", "b", "c"];
  for (let again = 0; again < 200; again += 1) {
    const next = reshuffled(order, chance);
    notDeepEqual(next, order);
    order = next;
  }
});

test("two may come as before, or the other way round", () => {
  const chance = seeded(2);
  const orders = new Set(Array.from({ length: 50 }, () => reshuffled(["a", "b"], chance).join("")));
  deepEqual([...orders].sort(), ["ab", "ba"]);
});
