import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../src/chance";
import type { Course, Lesson } from "../src/course";
import { countDue, drawn, inOrder, questionsOf } from "../src/interview/questions";
import type { Standing } from "../src/review/standing";
import { unseen, type Memory } from "../src/schedule";

const DAY = 86_400_000;
const NOW = 1_790_000_000_000;
const TODAY = { now: NOW, end: NOW + DAY / 2 };

function lesson(id: string, ...cards: [id: string, type: string][]): Lesson {
  const plain = { title: id, day: 1, minutes: 5, page: "", practice: "", summary: "", sections: [], objectives: [], items: [] };
  return { ...plain, id, cards: cards.map(([card, type]) => ({ id: card, type, edition: "", asks: `${card}?`, claims: [] })) };
}

const COURSE: Course = {
  title: "",
  lessons: [lesson("tea", ["a", "interview"], ["b", "concept"], ["c", "interview"]), lesson("milk", ["d", "interview"])],
  claims: [],
  misconceptions: [],
  was: { lessons: {}, asked: {}, misconceptions: {} },
};

/** Learnt, last asked `days` ago, due at `due`. */
function standing(days: number, due: number, more: Partial<Standing> = {}): Standing {
  const memory: Memory = { ...unseen(NOW), state: "review", stability: 9, difficulty: 5, reps: 3, last: NOW - days * DAY, due };
  const plain = { first: NOW - 20 * DAY, edition: "", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
  return { ...plain, ...more, memory };
}

function ids(questions: readonly { id: string }[]): string[] {
  return questions.map(({ id }) => id);
}

const ALL = questionsOf(COURSE, new Map());
const LATER = NOW + 9 * DAY;

test("the questions are the cards for interviews, but those that were set aside", () => {
  deepEqual(ALL[0], { id: "a", asks: "a?", lesson: "tea" });
  deepEqual(ids(ALL), ["a", "c", "d"]);
  deepEqual(ids(questionsOf(COURSE, new Map([["c", standing(1, NOW, { isSuspended: true })]]))), ["a", "d"]);
});

test("what is due comes first, then the order of the course", () => {
  const known = new Map([["d", standing(20, NOW)], ["a", standing(1, LATER)]]);
  deepEqual(ids(inOrder(ALL, known, { lesson: "", order: "due" }, TODAY)), ["d", "a", "c"]);
  equal(countDue(ALL, known, TODAY), 1);
});

test("the weakest is what was never asked, then what was asked longest ago", () => {
  const known = new Map([["a", standing(1, LATER)], ["d", standing(20, LATER)]]);
  deepEqual(ids(inOrder(ALL, known, { lesson: "", order: "weakest" }, TODAY)), ["c", "d", "a"]);
});

test("a topic is a lesson", () => {
  deepEqual(ids(inOrder(ALL, new Map(), { lesson: "milk", order: "due" }, TODAY)), ["d"]);
  deepEqual(inOrder(ALL, new Map(), { lesson: "coffee", order: "due" }, TODAY), []);
});

test("questions are drawn once each, as many as there are", () => {
  deepEqual(ids(drawn(ALL, new Map(), 8, NOW, seeded(1))).sort(), ["a", "c", "d"]);
  equal(new Set(ids(drawn(ALL, new Map(), 2, NOW, seeded(1)))).size, 2);
  deepEqual(drawn([], new Map(), 3, NOW, seeded(1)), []);
});

test("what is known least is drawn most often, what is known well still now and then, in any order", () => {
  const known = new Map([["a", standing(0, LATER)], ["c", standing(40, LATER)]]);
  const times = new Map([["a", 0], ["c", 0], ["d", 0]]);
  const firsts = new Set<string>();
  const chance = seeded(7);
  for (let time = 0; time < 2000; time += 1) {
    for (const { id } of drawn(ALL, known, 1, NOW, chance)) times.set(id, (times.get(id) ?? 0) + 1);
    firsts.add(ids(drawn(ALL, known, 3, NOW, chance))[0] ?? "");
  }
  const [a, c, d] = [...times.values()];
  ok(a! > 20 && a! < c! && c! < d!, `${a} ${c} ${d}`);
  equal(firsts.size, 3);
});
