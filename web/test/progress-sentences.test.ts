import { equal } from "node:assert/strict";
import { test } from "node:test";
import { calibrationOf } from "../src/progress/calibration";
import type { DueDay } from "../src/progress/forecast";
import { formatsOf, many } from "../src/progress/formats";
import type { LessonMastery, Mastery } from "../src/progress/mastery";
import type { Held } from "../src/progress/misconceptions";
import type { Week } from "../src/progress/retention";
import * as say from "../src/progress/sentences";
import { answer, course, DAY, NOW } from "./progress-course";

const EN = formatsOf("en");

function days(...due: number[]): DueDay[] {
  return due.map((due, number) => ({ from: NOW + number * DAY, due, overdue: 0 }));
}

test("numbers and dates are those of the page's language", () => {
  equal(EN.percent(0.914), "91%");
  equal(EN.date(NOW), "Sep 16, 2026");
  equal(formatsOf("de").date(NOW), "16. Sept. 2026");
  equal(many(1, "review"), "1 review");
  equal(many(0, "review"), "0 reviews");
});

test("what is due", () => {
  equal(say.dueInWords(days(0, 0)), "Nothing is due in the next 30 days.");
  equal(say.dueInWords(days(0, 2, 0)), "Nothing is due today; 2 in the 2 days after.");
  equal(say.dueInWords(days(5, 0, 0)), "5 due today, and nothing in the 2 days after.");
  equal(say.dueInWords(days(5, 1, 2)), "5 due today, 3 in the 2 days after.");
});

test("what stands out: what waits, and the first of the fullest days after today", () => {
  equal(say.dueNotes(days(9, 1, 4, 4), EN), "The fullest day to come is Friday, September 18, with 4.");
  equal(say.dueNotes([{ from: NOW, due: 3, overdue: 2 }], EN), "2 of today’s have waited since before.");
  equal(say.dueNotes(days(3, 0), EN), "");
});

function weeks(remembered: number, asked: number): Week[] {
  return [{ from: NOW, asked, remembered, trend: { asked, remembered } }];
}

test("the retention against the aim, as far as it can be told", () => {
  const words = (remembered: number, asked: number): string => say.retentionInWords(weeks(remembered, asked), 0.9, EN);
  equal(words(0, 0), "There were no reviews in the last four weeks.");
  equal(words(1, 1), "In the last four weeks you remembered 1 of 1 review.");
  equal(words(60, 100), "In the last four weeks you remembered 60% of 100 reviews, less than the 90% you aim for.");
  equal(words(90, 100), "In the last four weeks you remembered 90% of 100 reviews, about the 90% you aim for.");
  equal(words(100, 100), "In the last four weeks you remembered 100% of 100 reviews, more than the 90% you aim for.");
  equal(
    words(33, 40),
    "In the last four weeks you remembered 83% of 40 reviews, which are too few to tell from the 90% you aim for.",
  );
});

test("a word of advice goes with each", () => {
  const advice = [weeks(0, 0), weeks(1, 1), weeks(60, 100), weeks(90, 100), weeks(100, 100), weeks(33, 40)];
  equal(new Set(advice.map((one) => say.retentionNotes(one, 0.9))).size, 6);
  equal(say.retentionNotes([], 0.9), say.retentionNotes(weeks(0, 0), 0.9));
});

function mastery(level: Mastery["level"], score: number | null, known = 1): Mastery {
  return { level, score, isHeld: false, known, of: 2 };
}

function lesson(objectives: Mastery[], claims: Record<string, Mastery>): LessonMastery {
  const [first] = course([]).lessons;
  return {
    lesson: first!,
    objectives: objectives.map((mastery) => ({ goal: "Say it.", mastery })),
    claims: Object.entries(claims).map(([id, mastery]) => ({ claim: { id, says: "", page: "" }, mastery })),
  };
}

test("how far the aims are, and where another look pays", () => {
  const solid = mastery("solid", 0.9);
  equal(say.masteryInWords(lesson([solid, mastery("unknown", null)], {})), "1 of 2 aims is solid.");
  equal(say.masteryInWords(lesson([solid, solid], { K1: solid })), "2 of 2 aims are solid.");
  const claims = {
    ...{ K1: mastery("growing", 0.7), K2: mastery("shaky", 0.2), K3: mastery("unknown", null), K4: solid },
    ...{ K5: mastery("growing", 0.6), K6: mastery("growing", 0.8) },
  };
  equal(say.masteryInWords(lesson([], claims)), "No aim is solid yet. Look again at K2, K5, K1.");
  const waits = { K1: { ...mastery("growing", 0.8), isHeld: true } };
  equal(say.masteryInWords(lesson([], waits)), "No aim is solid yet.", "what only waits for its day is not weak");
});

test("a level in words, and what it rests on", () => {
  equal(say.levelInWords(mastery("promising", 1)), "good so far");
  equal(say.triedInWords(mastery("promising", 1)), "1 of 2 tried");
  equal(say.triedInWords({ ...mastery("unknown", null, 0), of: 0 }), "nothing asks for it yet");
});

function sayings(word: "guess" | "sure", right: number, wrong: number) {
  return Array.from({ length: right + wrong }, (_, number) => answer("a", { confidence: word, right: number < right }));
}

test("the calibration tells a difference where there is one, of sure before the others", () => {
  const words = (...entries: ReturnType<typeof sayings>): string => say.calibrationInWords(calibrationOf(entries));
  equal(words(), "");
  equal(words(...sayings("sure", 1, 0)), "When you were sure you were right 1 of 1 time, which fits the word.");
  const guesses = sayings("guess", 20, 2);
  equal(words(...guesses), "When you guessed you were right 20 of 22 times: more often than the word says.");
  equal(words(...guesses, ...sayings("sure", 9, 1)), words(...guesses), "what fits is not the news");
  equal(
    words(...guesses, ...sayings("sure", 10, 10)),
    "When you were sure you were right 10 of 20 times: less often than the word says.",
  );
});

test("the Brier score says what it takes the words for", () => {
  const said = say.brierInWords(calibrationOf(sayings("sure", 1, 0)), EN);
  equal(
    said,
    "Brier score 0.01 over 1 answer: 0 is best, and always saying fifty-fifty gives 0.25. " +
      "Here a guess counts as 33%, unsure as 60%, sure as 90%.",
  );
  equal(say.brierInWords(calibrationOf([]), EN), "");
});

function held(since: number, times = 1): Held {
  const misconception = { id: "a", believes: "", cure: "", passage: "" };
  return { misconception, times, last: NOW, since, traces: [] };
}

test("which misconceptions still show", () => {
  equal(say.misconceptionsInWords([held(0)]), "1 misconception still shows in your answers.");
  const mixed = [held(0), held(0), held(1)];
  equal(say.misconceptionsInWords(mixed), "2 misconceptions still show in your answers, 1 no longer does.");
  equal(say.misconceptionsInWords([held(2)]), "The one misconception you showed is gone.");
  equal(say.misconceptionsInWords([held(2), held(1)]), "The 2 misconceptions you showed are gone.");
  equal(say.heldInWords(held(0), EN), "Shown once, on Sep 16, 2026. No question that showed it was begun again since.");
  equal(say.heldInWords(held(2, 3), EN), "Shown 3 times, last on Sep 16, 2026. Not since, in 2 later tries.");
});
