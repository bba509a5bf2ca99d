import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Course } from "../src/course";
import type { Entry } from "../src/log/entry";
import type { Standing } from "../src/review/standing";
import { isBegun, masteryOf, type LessonMastery } from "../src/progress/mastery";
import { answer, card, course, DAY, item, NOW, review, stands } from "./progress-course";

const TEA = course([item("when", "K1"), item("which", "K1", "K2")], [card("why", "K1")]);

function lesson(entries: Entry[], known: Record<string, Standing> = {}, of: Course = TEA): LessonMastery {
  const [first] = masteryOf(of, entries, new Map(Object.entries(known)), NOW);
  ok(first, "the course has a lesson");
  return first;
}

function scores({ claims }: LessonMastery): [string, number | null, number, number, string][] {
  return claims.map(({ claim, mastery: { score, known, of, level } }) => [claim.id, score, known, of, level]);
}

test("where nothing was done nothing is known", () => {
  deepEqual(scores(lesson([])), [
    ["K1", null, 0, 3, "unknown"],
    ["K2", null, 0, 1, "unknown"],
  ]);
  equal(isBegun(lesson([])), false);
  equal(isBegun(lesson([answer("which")])), true);
});

test("an item counts for each claim that it tests", () => {
  const again = [answer("which", { at: NOW - DAY }), answer("which")];
  deepEqual(scores(lesson(again)), [
    ["K1", 1, 1, 3, "promising"],
    ["K2", 1, 1, 1, "solid"],
  ]);
});

test("until something was recalled after a day, a claim and an aim stay at growing", () => {
  const once = lesson([answer("which"), review("why", 3, NOW)], { why: stands({ last: NOW }) });
  deepEqual(scores(once), [
    ["K1", 0.8, 2, 3, "growing"],
    ["K2", 0.8, 1, 1, "growing"],
  ]);
  const [aim] = once.objectives;
  deepEqual([aim?.mastery.score, aim?.mastery.level, aim?.mastery.isHeld], [0.8, "growing", true]);
  equal(lesson([answer("which", { right: false })]).claims[1]?.mastery.isHeld, false, "a low score is not held");
});

test("a card or a question counts as recalled where it was known a day or more after the last time", () => {
  const known = { why: stands({ last: NOW }) };
  const level = (entries: Entry[]): string | undefined => lesson(entries, known).claims[0]?.mastery.level;
  const before = review("why", 1, NOW - DAY);
  equal(level([before, review("why", 2, NOW)]), "promising");
  equal(level([before, review("why", 3, NOW - 1)]), "growing", "less than a day");
  equal(level([before, review("why", 1, NOW)]), "growing", "forgotten");
  equal(level([before, review("why", 1, NOW - 60_000), review("why", 3, NOW)]), "growing", "looked at a minute ago");
  const tried = answer("when", { at: NOW - DAY, right: false });
  equal(level([tried, answer("when")]), "solid");
  equal(level([tried, answer("when", { at: NOW - 60_000, first: false }), answer("when")]), "growing");
  equal(level([tried, answer("which"), answer("when", { hinted: true })]), "growing", "a hint is help");
  const told = answer("when", { right: null });
  equal(level([review("when", 3, NOW - DAY), told, review("when", 3, NOW)]), "promising", "the learner judges");
});

test("the last first try counts, and no other", () => {
  const tries = [answer("which", { right: true }), answer("which", { right: false })];
  equal(scores(lesson(tries))[1]?.[1], 0);
  equal(scores(lesson([...tries, answer("which", { first: false })]))[1]?.[1], 0, "a second check has seen the reason");
  equal(scores(lesson([...tries, answer("which")]))[1]?.[1], 0.8, "as far as one day can tell");
});

test("a hint makes a right answer half, and what only the learner can judge says nothing", () => {
  equal(scores(lesson([answer("which", { hinted: true })]))[1]?.[1], 0.5);
  equal(scores(lesson([answer("which", { right: null })]))[1]?.[1], null);
});

test("a card gives how likely it is still known", () => {
  // By the definition of stability, nine days after the last review 0.9 are left.
  const [claim] = scores(lesson([answer("when", { right: false })], { why: stands() }));
  ok(Math.abs((claim?.[1] ?? 0) - 0.45) < 1e-9, `the mean of 0 and 0.9, not ${claim?.[1]}`);
  deepEqual(claim?.slice(2), [2, 3, "shaky"]);
  equal(scores(lesson([], { why: stands({ reps: 0, state: "new" }) }))[0]?.[1], null);
});

test("an objective counts what is about any of its claims once", () => {
  const [objective] = lesson([answer("when"), answer("which", { right: false })], { why: stands() }).objectives;
  equal(objective?.mastery.of, 3);
  equal(objective?.mastery.known, 3);
  ok(Math.abs((objective?.mastery.score ?? 0) - 1.9 / 3) < 1e-9);
  equal(objective?.mastery.level, "growing");
});

test("a claim stands with the first lesson that names it; one that no lesson names is nowhere", () => {
  const [one] = TEA.lessons;
  ok(one);
  const claims = [...TEA.claims, { id: "K9", says: "Nobody teaches it.", page: "claims/#K9" }];
  const both = masteryOf({ ...TEA, claims, lessons: [one, { ...one, id: "pots" }] }, [], new Map(), NOW);
  deepEqual(both.map((lesson) => lesson.claims.length), [2, 0]);
});
