import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/log/entry";
import { passing } from "../src/log/store";
import { lessonsIn, reading, stateOf, toGoOnWith, whereaboutsIn, whereaboutsOf } from "../src/whereabouts";
import { idOf } from "./entries";

function head(n: number): Pick<Entry, "n" | "id" | "at" | "about"> {
  return { n, id: idOf(n), at: 1_790_000_000_000, about: "kettles" };
}

const left = (n: number, section: string): Entry => ({ ...head(n), kind: "left", section });
const finished = (n: number): Entry => ({ ...head(n), kind: "finished" });
const undone = (n: number, entry: number): Entry => ({ ...head(n), kind: "undone", entry: idOf(entry) });

const NEW = whereaboutsOf([]);
const BEGUN = whereaboutsOf([left(1, "")]);
const DONE = whereaboutsOf([left(1, ""), finished(2)]);

test("a lesson was left where the last entry says, in whatever order they come", () => {
  const { left: found } = whereaboutsOf([left(3, "steam"), left(1, ""), left(2, "boiling")]);
  deepEqual(
    found.map((entry) => entry.section),
    ["", "boiling", "steam"],
  );
});

test("a lesson is finished until each entry that says so is taken back", () => {
  deepEqual(whereaboutsOf([finished(1), finished(2)]).finished, [idOf(1), idOf(2)]);
  deepEqual(whereaboutsOf([finished(1), finished(2), undone(3, 1)]).finished, [idOf(2)]);
  deepEqual(whereaboutsOf([undone(3, 1), finished(1)]).finished, []);
});

test("who took it back once decides by hand", () => {
  equal(whereaboutsOf([finished(1)]).isByHand, false);
  equal(whereaboutsOf([finished(1), undone(2, 1), finished(3)]).isByHand, true);
});

test("what is known of a lesson's older names counts for it", async () => {
  let drawn = 0;
  const log = passing({ now: () => 1, id: () => idOf((drawn += 1)) });
  await log.append({ kind: "finished", about: "pots" });
  await log.append({ kind: "left", about: "kettles", section: "boiling" });
  await log.append({ kind: "finished", about: "other" });
  const found = await whereaboutsIn(log, ["kettles", "pots"]);
  deepEqual([found.finished, found.left.length], [[idOf(1)], 1]);
  deepEqual((await whereaboutsIn(log, ["kettles"])).finished, []);
});

test("an attribute names lessons, each by all its names", () => {
  deepEqual(lessonsIn("kettles pots, teapots"), [["kettles", "pots"], ["teapots"]]);
});

test("a day is finished with its last lesson, and begun with its first", () => {
  equal(stateOf([NEW]), "");
  equal(stateOf([BEGUN]), "begun");
  equal(stateOf([DONE, NEW]), "begun");
  equal(stateOf([DONE, DONE]), "finished");
});

test("one goes on with the lesson left last, else with the first that is not finished", () => {
  equal(toGoOnWith([]), -1);
  equal(toGoOnWith([DONE, DONE]), -1);
  equal(toGoOnWith([NEW, NEW]), 0);
  equal(toGoOnWith([DONE, NEW, NEW]), 1);
  const early = whereaboutsOf([left(4, "a")]);
  const late = whereaboutsOf([left(9, "b")]);
  equal(toGoOnWith([NEW, early, late, early]), 2);
  equal(toGoOnWith([late, early]), 0);
  equal(toGoOnWith([whereaboutsOf([left(20, "c"), finished(21)]), early, late]), 2);
});

const at = (section: string, isEnd = false): { section: string; isEnd: boolean } => ({ section, isEnd });

test("a section is noted once it stayed for five seconds; who jumps through leaves no trace", () => {
  const look = reading(4, []);
  equal(look(at(""), 0).place, null);
  equal(look(at("boiling"), 4900).place, null);
  equal(look(at("steam"), 9800).place, null);
  equal(look(at("steam"), 14_700).place, null);
  equal(look(at("steam"), 14_800).place, "steam");
});

test("who turns to something else was where they looked for more than a moment", () => {
  const look = reading(4, []);
  look(at("boiling"), 0);
  equal(look(null, 1400).place, null);
  look(at("boiling"), 10_000);
  equal(look(null, 11_500).place, "boiling");
  equal(look(null, 99_000).place, null, "nothing is looked at while the page is hidden");
  equal(look(at("boiling"), 100_000).place, null, "the time begins again");
});

test("a lesson is read when its end stays in view and half of it did", () => {
  const look = reading(4, []);
  look(at(""), 0);
  look(at(""), 5000);
  look(at("steam", true), 5000);
  equal(look(at("steam", true), 9900).isRead, false, "the opening alone is no half");
  equal(look(at("steam", true), 10_000).isRead, true);
});

test("what stayed on earlier visits counts; the end is to stay in view for a moment, each time anew", () => {
  const look = reading(4, ["", "boiling", "boiling"]);
  look(at("steam", true), 0);
  equal(look(at("steam", true), 1400).isRead, false);
  equal(look(at("steam"), 1600).isRead, false);
  look(at("steam", true), 2000);
  equal(look(at("steam", true), 3400).isRead, false);
  equal(look(at("steam", true), 3500).isRead, true);
  equal(reading(4, ["boiling", "boiling"])(at("", true), 0).isRead, false);
});

test("nobody who only jumps to the end has read a lesson", () => {
  const look = reading(6, []);
  look(at(""), 0);
  look(at("steam", true), 1000);
  equal(look(at("steam", true), 60_000).isRead, false);
});
