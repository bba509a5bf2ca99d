import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Course, Lesson } from "../src/course";
import { agenda, type Agenda } from "../src/review/agenda";
import { endOfDay } from "../src/review/day";
import { interviewInWords, knownInWords, leftOutInWords } from "../src/review/foretelling";
import { minutesFor, secondsFor } from "../src/review/pace";
import { interviewAt, preparation } from "../src/review/preparation";
import { askedOf, scopeOf } from "../src/review/scope";
import type { Known, Standing } from "../src/review/standing";
import { unseen } from "../src/schedule";
import { DEFAULTS, type Settings } from "../src/settings";
import { DAY } from "../src/time";

const NOON = new Date(2026, 10, 25, 12).getTime();

function lesson(id: string, cards: readonly string[], items: readonly string[] = []): Lesson {
  const asked = { edition: "1", claims: [] };
  return {
    ...{ id, title: id, day: 1, minutes: 5, summary: "", page: "", practice: "", sections: [], objectives: [] },
    cards: cards.map((card) => ({ ...asked, id: card, type: "concept", asks: card })),
    items: items.map((item) => ({ ...asked, id: item, type: "choice", level: "apply" })),
  };
}

const COURSE: Course = {
  title: "Tea",
  lessons: [lesson("intro", []), lesson("kettles", ["boil", "sing"], ["when"]), lesson("pots", ["clay"])],
  claims: [],
  misconceptions: [],
  was: { lessons: {}, asked: {}, misconceptions: {} },
};

function learnt(days: number, more: Partial<Standing> = {}): Standing {
  const last = NOON - days * DAY;
  const memory = { ...unseen(last), state: "review", stability: 5, difficulty: 5, reps: 2, due: last + 5 * DAY } as const;
  const plain = { first: last, edition: "1", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
  return { ...plain, memory, ...more };
}

function known(standings: Record<string, Standing> = {}, ...met: string[]): Known {
  return { standings: new Map(Object.entries(standings)), met: new Set([...met, ...Object.keys(standings)]), size: 0 };
}

function day(of: Known, settings: Partial<Settings> = {}): Agenda {
  return agenda(COURSE, of, { ...DEFAULTS, ...settings }, NOON);
}

test("who has done nothing begins with the first lesson that has cards", () => {
  const { asked, beginner, due, fresh } = day(known());
  equal(beginner?.id, "kettles");
  deepEqual(asked.map(({ id }) => id), ["boil", "sing"]);
  deepEqual([due, fresh], [0, 2]);
});

test("a lesson is open once something of it was met", () => {
  deepEqual(scopeOf(COURSE, new Set(["pots"])).lessons.map(({ id }) => id), ["pots"]);
  deepEqual(scopeOf(COURSE, new Set(["when"])).lessons.map(({ id }) => id), ["kettles"]);
  equal(scopeOf({ ...COURSE, lessons: [] }, new Set()).lessons.length, 0);
  deepEqual(askedOf(COURSE.lessons[1] as Lesson).map(({ kind }) => kind), ["card", "card", "item"]);
});

test("what is due comes before what is new, and the minutes are those of both", () => {
  const { asked, due, fresh, minutes, beginner } = day(known({ sing: learnt(9) }));
  deepEqual(asked.map(({ id }) => id), ["sing", "boil"]);
  deepEqual([due, fresh, beginner], [1, 1, null]);
  equal(minutes, minutesFor(["concept", "concept"]));
});

test("what was done today and what comes tomorrow is counted", () => {
  const done = { ...learnt(0), memory: { ...learnt(0).memory, due: NOON + DAY } };
  const { today, tomorrow, asked } = day(known({ boil: done, sing: done }), { fresh: 0 });
  deepEqual([today, tomorrow, asked.length], [2, 2, 0]);
});

test("what rests for minutes, what was put off and what is due tomorrow are counted once each", () => {
  const resting = { ...learnt(0), memory: { ...learnt(0).memory, state: "learning", due: NOON + 600_000 } as const };
  const end = endOfDay(NOON);
  const found = day(known({ boil: resting, sing: learnt(9, { buriedUntil: end }), clay: learnt(4) }), { fresh: 0 });
  deepEqual([found.soon.length, found.putOff, found.tomorrow, found.next], [1, 1, 1, null]);
  const put = { ...learnt(0), memory: unseen(NOON), first: 0, buriedUntil: end };
  const later = day(known({ boil: put, sing: learnt(2), clay: learnt(9, { isSuspended: true }) }));
  deepEqual([later.putOff, later.tomorrow, later.next], [1, 0, NOON + 3 * DAY]);
});

test("new ones beyond the day's number are held, and come by the number of the next", () => {
  const { fresh, held, heldTomorrow } = day(known({}, "kettles", "pots"), { fresh: 1 });
  deepEqual([fresh, held, heldTomorrow], [1, 2, 1]);
  equal(day(known({}, "kettles"), { interview: "2026-11-26", fresh: 0 }).held, 0);
});

test("before an interview the plan fills the day, within its minutes", () => {
  const of = known({ boil: learnt(30), sing: learnt(1) });
  const { interview, asked, waiting } = day(of, { interview: "2026-11-26", minutes: 20 });
  ok(interview);
  deepEqual(interview.cards, { all: 2, questions: 0 });
  deepEqual(asked.map(({ id }) => id), interview.plan.today);
  equal(waiting, 0);
  ok(interview.plan.known > interview.plan.knownWithout);
});

test("a date that has passed leaves the day to what is due", () => {
  const { interview, asked } = day(known({ boil: learnt(30) }), { interview: "2026-11-24" });
  equal(interview, null);
  ok(asked.some(({ id }) => id === "boil"));
});

test("the day of the interview still prepares for it, after nine too", () => {
  const { interview, asked } = day(known({ boil: learnt(30) }), { interview: "2026-11-25" });
  equal(interview?.plan.when, "today");
  deepEqual(asked.map(({ id }) => id), interview?.plan.today);
});

test("a question that was missed is prepared for, one that was not is not", () => {
  const of = known({ boil: learnt(3), when: learnt(0, { isMissed: true }) });
  const settings = { ...DEFAULTS, interview: "2026-12-01" };
  deepEqual(preparation(COURSE, of, settings, NOON)?.cards, { all: 3, questions: 1 });
  deepEqual(preparation(COURSE, known({ boil: learnt(3) }), settings, NOON)?.cards, { all: 2, questions: 0 });
});

test("minutes that were used today are not given twice", () => {
  const done = { ...learnt(0), memory: { ...learnt(0).memory, due: NOON + DAY } };
  const course = { ...COURSE, lessons: [lesson("many", Array.from({ length: 40 }, (_, at) => `c${at}`))] };
  const all = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`c${at}`, done]));
  const settings = { ...DEFAULTS, interview: "2026-11-28", minutes: 9 };
  const fresh = preparation(course, known({}, "many"), settings, NOON)?.plan.today.length ?? 0;
  const later = preparation(course, known(all), settings, NOON)?.plan.today.length ?? 0;
  ok(fresh >= 8 && later === 0, `${fresh} and ${later}`);
});

test("the date is nine in the morning where the learner is; no date is none", () => {
  equal(interviewAt({ interview: "2026-12-24" }), new Date(2026, 11, 24, 9).getTime());
  equal(interviewAt({ interview: "" }), null);
});

test("the words for it", () => {
  const at = (days: number): number => new Date(2026, 10, 25 + days, 9).getTime();
  equal(interviewInWords(at(0), NOON), "Your interview is today.");
  equal(interviewInWords(at(1), NOON), "Your interview is tomorrow.");
  equal(interviewInWords(at(12), NOON), "Your interview is in 12 days.");
  const told = "If you keep to the plan, you should know 84 of 100 cards";
  equal(knownInWords(0.844, { all: 100, questions: 0 }), `${told} then.`);
  equal(knownInWords(0.844, { all: 100, questions: 3 }), `${told} and questions then.`);
  equal(leftOutInWords(0), "");
  ok(leftOutInWords(1).startsWith("One card finds"));
  ok(leftOutInWords(7).startsWith("7 cards find"));
});

test("a type that nobody has timed takes as long as a question", () => {
  equal(secondsFor("choice"), 45);
  equal(minutesFor([]), 0);
  equal(minutesFor(["interview", "concept"]), 3);
});
