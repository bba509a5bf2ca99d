import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/log/entry";
import { byPlace, missing, placed, standing } from "../src/log/order";
import { ENTRIES, idOf, reviewed, undone } from "./entries";

const OTHERS: readonly Entry[] = ENTRIES.map((entry) => ({ ...entry, id: idOf(entry.n + 100) }));

function union(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  return [...one, ...missing(one, other)].sort(byPlace);
}

test("a new entry follows all that were known", () => {
  deepEqual(placed({ kind: "finished", about: "kettles" }, 41, idOf(7), 5), {
    kind: "finished",
    about: "kettles",
    n: 42,
    id: idOf(7),
    at: 5,
  });
});

test("two devices come to the same log, whichever takes the other's first", () => {
  const both = union(ENTRIES, OTHERS);
  equal(both.length, ENTRIES.length * 2);
  deepEqual(union(OTHERS, ENTRIES), both);
});

test("taking the same log again adds nothing, nor does an entry that stands twice in a file", () => {
  deepEqual(missing(ENTRIES, ENTRIES), []);
  equal(missing([], [...ENTRIES, ...ENTRIES]).length, ENTRIES.length);
});

test("places order the log, not clocks: one may have been set back", () => {
  const late = { ...reviewed, n: 20, id: idOf(20), at: 0 };
  deepEqual(standing([late, reviewed]), [reviewed, late]);
});

test("what was taken back does not stand, wherever the two are in the list", () => {
  deepEqual(standing([undone, reviewed]), []);
  const again = { ...reviewed, n: 4, id: idOf(4) };
  deepEqual(standing([again, undone, reviewed]), [again]);
});

test("taking back what was never there changes nothing", () => {
  deepEqual(standing([reviewed, { ...undone, entry: idOf(99) }]), [reviewed]);
});
