import { deepEqual, equal, notDeepEqual, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "../src/chance";
import { available, examinable, fingerprint, optionsChance, paperOf, type Choice } from "../src/exam/paper";
import { course, item, lesson } from "./exam-course";

const COURSE = course(
  lesson("tea", ...Array.from({ length: 12 }, (_, at) => item(`tea-${at}`))),
  lesson("milk", ...Array.from({ length: 8 }, (_, at) => item(`milk-${at}`))),
  lesson("sugar"),
);
const CHOICE: Choice = { seed: 7, lessons: ["tea", "milk"], count: 10, minutes: null };

const ids = (choice: Choice, of = COURSE): string[] => paperOf(of, choice).map(({ id }) => id);

test("the same choice gives the same paper, another seed another", () => {
  deepEqual(ids(CHOICE), ids({ ...CHOICE }));
  notDeepEqual(ids(CHOICE), ids({ ...CHOICE, seed: 8 }));
  equal(new Set(ids(CHOICE)).size, 10);
});

test("a paper asks of the chosen lessons alone, and says which each is of", () => {
  const paper = paperOf(COURSE, { ...CHOICE, lessons: ["milk"], count: 99 });
  equal(paper.length, 8);
  ok(paper.every(({ id, lesson }) => id.startsWith("milk-") && lesson === "milk"));
});

test("how many are asked and how lessons are named changes no order", () => {
  deepEqual(ids({ ...CHOICE, count: 4 }), ids(CHOICE).slice(0, 4));
  deepEqual(ids({ ...CHOICE, lessons: ["milk", "tea"] }), ids(CHOICE));
});

test("a question that comes to the course moves no other", () => {
  const more = course(...COURSE.lessons, lesson("new", item("new-1")));
  const all = ids({ ...CHOICE, lessons: ["tea", "milk", "new"], count: 99 }, more);
  deepEqual(all.filter((id) => id !== "new-1"), ids({ ...CHOICE, count: 99 }));
});

test("every question comes about as often as any other", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed += 1) {
    for (const id of ids({ ...CHOICE, seed, count: 5 })) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  equal(counts.size, 20);
  for (const count of counts.values()) ok(count > 400 && count < 600, `${count}`);
});

test("options come in an order by the seed and the question", () => {
  const order = (seed: number, id: string): number[] => shuffled([1, 2, 3, 4, 5, 6, 7, 8], optionsChance(seed, id));
  deepEqual(order(1, "a"), order(1, "a"));
  notDeepEqual(order(1, "a"), order(2, "a"));
  notDeepEqual(order(1, "a"), order(1, "b"));
});

test("the fingerprint tells another question, another order and another edition", () => {
  const [one, two] = [{ ...item("a"), lesson: "tea" }, { ...item("b"), lesson: "tea" }];
  const known = fingerprint([one, two]);
  equal(known, fingerprint([{ ...one }, { ...two }]));
  notEqual(known, fingerprint([two, one]));
  notEqual(known, fingerprint([one]));
  notEqual(known, fingerprint([one, { ...two, edition: "other" }]));
});

test("a lesson without questions can be no part of an exam", () => {
  deepEqual(examinable(COURSE).map(({ id }) => id), ["tea", "milk"]);
  equal(available(COURSE, ["milk", "sugar", "nothing"]), 8);
  deepEqual(paperOf(COURSE, { ...CHOICE, lessons: [] }), []);
});
