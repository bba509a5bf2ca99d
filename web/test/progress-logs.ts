/** An invented course and the logs of two learners of it, for the page of progress: a week's and a year's. */
import { seeded } from "../src/chance";
import type { Claim, Course, Item, Lesson } from "../src/course";
import type { Entry } from "../src/log/entry";
import { standingOf, type Standing } from "../src/review/standing";
import { answer, card, DAY, item, NOW, review } from "./progress-course";

const GOALS = [
  "Say when water boils, and what the pressure of the air has to do with it.",
  "Choose the heat for a leaf from its colour.",
  "Name two ways in which a kettle scalds, and what keeps each away.",
  "Explain to a guest why the first pour is thrown away.",
];

const MISCONCEPTIONS = [
  ["hot-is-enough", "Hot water is hot enough for any leaf.", "Black leaves want it boiling, green ones do not."],
  ["singing-is-boiling", "A kettle that sings boils.", "It sings long before, from small bubbles."],
  ["stronger-is-longer", "A stronger cup takes more time, not more leaves.", "Time draws bitterness."],
] as const;

function lesson(id: string, title: string, day: number, initial: string): Lesson {
  const claims = Array.from({ length: 10 }, (_, number) => `${initial}${number + 1}`);
  const pick = (number: number): string => claims[number % claims.length] ?? "";
  return {
    ...{ id, title, day, minutes: 12, summary: "", sections: [], page: `lessons/${id}/`, practice: `lessons/${id}/practice/` },
    objectives: GOALS.map((goal, number) => ({ goal, claims: claims.filter((_, at) => at % 4 === number) })),
    items: Array.from({ length: 24 }, (_, number) => item(`${id}-item-${number}`, pick(number))),
    cards: Array.from({ length: 30 }, (_, number) => card(`${id}-card-${number}`, pick(number * 3))),
  };
}

const LESSONS = [
  lesson("kettles", "Kettles: how hot is hot?", 1, "K"),
  lesson("brewing", "Brewing", 2, "B"),
  lesson("pouring", "Pouring", 3, "P"),
];

function claimOf(id: string): Claim {
  return { id, says: "Water for black tea wants to boil, whatever the kettle sings.", page: "claims/#K1" };
}

export const COURSE: Course = {
  title: "Tea",
  lessons: LESSONS,
  claims: LESSONS.flatMap(({ items }) => [...new Set(items.flatMap(({ claims }) => claims))]).map(claimOf),
  misconceptions: MISCONCEPTIONS.map(([id, believes, cure]) => {
    return { id, believes, cure, passage: "lessons/kettles/#boiling" };
  }),
  was: { lessons: {}, asked: {}, misconceptions: {} },
};

const WORDS = [null, "guess", "unsure", "sure", "sure"] as const;
/** How likely an answer is right by its word. */
const RIGHT = { null: 0.7, guess: 0.45, unsure: 0.6, sure: 0.78 } as const;

/** A learner's log over so many days, so many entries a day, of so many lessons. */
function logOf(days: number, aDay: number, lessons: number, seed: number): Entry[] {
  const chance = seeded(seed);
  const one = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  const items = LESSONS.slice(0, lessons).flatMap((lesson): readonly Item[] => lesson.items.slice(0, 18));
  const cards = LESSONS.slice(0, lessons).flatMap((lesson) => lesson.cards);
  return Array.from({ length: days * aDay }, (_, number): Entry => {
    const at = NOW - (days - Math.floor(number / aDay)) * DAY + (number % aDay) * 60_000;
    const known = cards[number % cards.length];
    if (number % 3 > 0 && known) return review(known.id, chance() < 0.14 ? 1 : 3, at);
    const confidence = one(WORDS);
    const right = chance() < RIGHT[`${confidence}`];
    // What is believed early is no longer believed late, but for the last of them.
    const asked = Math.floor(chance() * items.length);
    const believed = COURSE.misconceptions[asked]?.id;
    const isOver = believed !== "stronger-is-longer" && number > (days * aDay) / 2;
    const shows = right || isOver || !believed ? [] : [believed];
    return answer(items[asked]?.id ?? "", { at, confidence, right, shows, hinted: chance() < 0.1 });
  });
}

export const WEEK = logOf(7, 20, 1, 7);
/** 3,000 entries. */
export const YEAR = logOf(300, 10, 2, 11);

/** Where each card stands by a log. */
export function standingsOf(entries: readonly Entry[]): Map<string, Standing> {
  const about = new Map<string, Entry[]>();
  for (const entry of entries) about.set(entry.about, [...(about.get(entry.about) ?? []), entry]);
  return new Map([...about].flatMap(([id, own]): [string, Standing][] => {
    const standing = standingOf(own);
    return standing ? [[id, standing]] : [];
  }));
}
