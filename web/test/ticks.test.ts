import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { suggestedBy, tickedNews } from "../src/ticks";

function ticks(...checked: boolean[]) {
  return checked.map((each, at) => ({ value: `p${at}`, checked: each }));
}

test("ticks are kept by what was made and what was missed, and only where some were made", () => {
  const kept = { kind: "ticked", about: "card", edition: "e", hit: ["p1"], missed: ["p0", "p2"] };
  deepEqual(tickedNews("card", "e", ticks(false, true, false)), [kept]);
  deepEqual(tickedNews("card", "e", ticks(false, false)), []);
});

test("of two grades, half of the points suggest that it is known", () => {
  equal(suggestedBy(ticks(false, false), 2), null);
  equal(suggestedBy(ticks(true, false, false), 2), 1);
  equal(suggestedBy(ticks(true, false), 2), 3);
  equal(suggestedBy(ticks(true, true), 2), 3);
});

test("of four grades, half of the points suggest hard", () => {
  equal(suggestedBy(ticks(true, false, false), 4), 1);
  equal(suggestedBy(ticks(true, true, false), 4), 2);
  equal(suggestedBy(ticks(true, true, true), 4), 3);
});
