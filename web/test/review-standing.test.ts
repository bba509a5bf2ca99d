import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Entry, EntryOf } from "../src/log/entry";
import { after, standingOf, type Standing } from "../src/review/standing";
import { answered, ENTRIES, idOf, reviewed } from "./entries";

const DAY = 86_400_000;

function review(n: number, grade: EntryOf<"reviewed">["grade"], at: number): Entry {
  return { ...reviewed, n, id: idOf(n), grade, at };
}

function known(entries: readonly Entry[]): Standing {
  const found = standingOf(entries);
  ok(found, "nothing is known of it");
  return found;
}

const START = reviewed.at;
const HISTORY = [
  review(1, 3, START),
  review(2, 3, START + DAY),
  review(3, 1, START + 4 * DAY),
  review(4, 3, START + 5 * DAY),
];

test("what brings nothing into the reviews leaves nothing there", () => {
  equal(standingOf([]), null);
  equal(standingOf([{ ...answered, right: true }]), null);
  equal(standingOf([{ ...answered, right: null }]), null);
  equal(standingOf([{ ...answered, first: false }]), null);
  equal(standingOf(ENTRIES.filter(({ kind }) => kind === "left" || kind === "finished" || kind === "set")), null);
});

test("a missed item comes on the next day, one that the learner was sure of today", () => {
  for (const confidence of [null, "guess", "unsure"] as const) {
    equal(known([{ ...answered, confidence }]).memory.due, answered.at + DAY);
  }
  equal(known([{ ...answered, confidence: "sure" }]).memory.due, answered.at);
  equal(known([answered]).memory.state, "new");
});

test("missing an item that is due soon does not put it off; missing one that is due late brings it near", () => {
  const unsure: Entry = { ...answered, n: 9, id: idOf(9), at: START + 6 * DAY, confidence: "unsure" };
  equal(known([...HISTORY.slice(0, 1), unsure]).memory.due, known(HISTORY.slice(0, 1)).memory.due);
  const late = [review(1, 4, START), review(2, 4, START + 20 * DAY)];
  const brought: Entry = { ...unsure, at: START + 21 * DAY };
  ok(known(late).memory.due > brought.at + DAY);
  equal(known([...late, brought]).memory.due, brought.at + DAY);
});

test("a card that was not known comes back until it is right once", () => {
  deepEqual(
    HISTORY.map((_, length) => known(HISTORY.slice(0, length + 1)).isMissed),
    [false, false, true, false],
  );
});

test("entry by entry comes to the same as all at once, in any order", () => {
  const stepwise = HISTORY.reduce<Standing | null>(after, null);
  deepEqual(known(HISTORY), stepwise);
  deepEqual(known([...HISTORY].reverse()), stepwise);
});

test("a grade taken back leaves all as it was before", () => {
  const last = HISTORY[3]!;
  const back: Entry = { ...last, n: 5, id: idOf(5), kind: "undone", entry: last.id };
  deepEqual(known([...HISTORY, back]), known(HISTORY.slice(0, 3)));
  notDeepEqual(known(HISTORY), known(HISTORY.slice(0, 3)));
});

test("a card put off is asked for again once it is graded", () => {
  const put: Entry = { ...reviewed, kind: "buried", until: START + DAY };
  equal(known([put]).buriedUntil, START + DAY);
  equal(known([put, review(5, 3, START + 1)]).buriedUntil, 0);
});

test("a card taken out of the reviews stays out of them, graded or not, until it is put back", () => {
  const out: Entry = { ...reviewed, n: 5, id: idOf(5), kind: "suspended", on: true };
  equal(known([...HISTORY, out, review(6, 3, START + 9 * DAY)]).isSuspended, true);
  equal(known([...HISTORY, out, { ...out, n: 6, id: idOf(6), on: false }]).isSuspended, false);
});

test("the points that were missing are those of the last answer", () => {
  const ticks = (n: number, missed: string[]): Entry => ({
    ...reviewed,
    n,
    id: idOf(n),
    kind: "ticked",
    hit: [],
    missed,
  });
  deepEqual(known([ticks(5, ["a", "b"]), ticks(6, ["b"])]).missedPoints, ["b"]);
});

test("a clock that was set back makes no memory worse than a review at once", () => {
  const { memory } = known([...HISTORY, review(5, 3, START - 400 * DAY)]);
  ok(memory.stability > 0 && Number.isFinite(memory.due));
});
