import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Entry, EntryOf } from "../src/log/entry";
import { DEFAULTS, fits, nameOf, settingsOf } from "../src/settings";
import { idOf } from "./entries";

function set(n: number, about: string, value: EntryOf<"set">["value"]): Entry {
  return { n, id: idOf(n), at: n, about, kind: "set", value };
}

test("who chooses nothing gets the defaults, and these fit", () => {
  deepEqual(settingsOf([]), DEFAULTS);
  for (const [name, value] of Object.entries(DEFAULTS)) equal(fits(name as keyof typeof DEFAULTS, value), true, name);
});

test("the last choice holds", () => {
  const chosen = settingsOf([set(1, nameOf("grades"), 4), set(2, nameOf("limit"), 20), set(3, nameOf("limit"), 30)]);
  deepEqual(chosen, { ...DEFAULTS, grades: 4, limit: 30 });
});

test("what does not fit or is no setting is passed over", () => {
  const odd = [
    ...[0, 1, "0.9", null].map((value) => set(1, nameOf("retention"), value)),
    ...[0.5, 0, "many"].map((value) => set(2, nameOf("limit"), value)),
    ...[3, true].map((value) => set(3, nameOf("grades"), value)),
    ...["tomorrow", "2026-1-1", 5].map((value) => set(4, nameOf("interview"), value)),
    set(5, "set:colour", "blue"),
    set(6, "limit", 20),
  ];
  deepEqual(settingsOf(odd), DEFAULTS);
});

test("a date can be chosen and taken back", () => {
  const chosen = set(1, nameOf("interview"), "2026-12-24");
  equal(settingsOf([chosen]).interview, "2026-12-24");
  equal(settingsOf([chosen, set(2, nameOf("interview"), "")]).interview, "");
});
