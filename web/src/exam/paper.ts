/** A paper: which questions of a course an exam asks, in which order. The same choice gives the same paper. Pure. */
import { seeded, seedOf, type Chance } from "../chance";
import type { Course, Item, Lesson } from "../course";

/** What a learner chose. */
export interface Choice {
  /** Decides which questions are asked, in which order: a whole number below 2 ** 32. */
  readonly seed: number;
  /** The ids of the lessons that the questions come from, in the order of the course. */
  readonly lessons: readonly string[];
  /** How many questions there are at most. */
  readonly count: number;
  /** The time limit in minutes; null where there is none. */
  readonly minutes: number | null;
}

/** A question of a paper, with the lesson that it comes from. */
export interface Asked extends Item {
  readonly lesson: string;
}

/** What an exam may be long. */
export const MOST_QUESTIONS = 500;
export const MOST_MINUTES = 600;

/** What is set up where nobody said otherwise. */
export const USUAL_COUNT = 10;

/** The lessons that have questions. */
export function examinable({ lessons }: Course): Lesson[] {
  return lessons.filter(({ items }) => items.length > 0);
}

/** How many questions some lessons have together. */
export function available(course: Course, lessons: readonly string[]): number {
  return pool(course, lessons).length;
}

/**
 * The questions of a paper. Each has a rank by the seed and its own id, and those of the lowest ranks are asked: an
 * edit of the course moves none but those that it adds or takes away.
 */
export function paperOf(course: Course, { seed, lessons, count }: Choice): Asked[] {
  const ranked = pool(course, lessons).map((asked) => ({ asked, rank: chanceOf(seed, asked.id)() }));
  ranked.sort((one, other) => one.rank - other.rank || (one.asked.id < other.asked.id ? -1 : 1));
  return ranked.slice(0, count).map(({ asked }) => asked);
}

/** The chance by which the options of a question are put in order. */
export function optionsChance(seed: number, id: string): Chance {
  return chanceOf(seed, `${id} options`);
}

/** A few letters that tell this paper from one whose questions are others, or were edited. */
export function fingerprint(paper: readonly Asked[]): string {
  return seedOf(paper.map(({ id, edition }) => `${id} ${edition}`).join("\n")).toString(36);
}

function chanceOf(seed: number, name: string): Chance {
  return seeded(seedOf(`${seed} ${name}`));
}

function pool({ lessons }: Course, chosen: readonly string[]): Asked[] {
  return lessons
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id, items }) => items.map((item) => ({ ...item, lesson: id })));
}
