/** A paper as the end of an address, so that it can be shared. What makes no sense in one is left out and told. Pure. */
import type { Course } from "../course";
import { examinable, MOST_MINUTES, MOST_QUESTIONS, type Choice } from "./paper";

/** What an address says of a paper; null where it does not say, or says something odd. */
export interface Addressed {
  readonly seed: number | null;
  readonly lessons: readonly string[] | null;
  readonly count: number | null;
  readonly minutes: number | null;
  /** The fingerprint of the paper as it was when the address was made. */
  readonly paper: string | null;
  /** A sentence for each odd thing. */
  readonly odd: readonly string[];
}

/** The end of the address of a paper. No id has a letter that would have to be escaped. */
export function addressOfPaper({ seed, lessons, count, minutes }: Choice, paper: string): string {
  const limit = minutes === null ? "" : `&minutes=${minutes}`;
  return `?seed=${seed.toString(36)}&lessons=${lessons.join(",")}&n=${count}${limit}&paper=${paper}`;
}

/** Reads the end of an address. */
export function readAddress(search: string, course: Course): Addressed {
  const said = new URLSearchParams(search);
  const seed = seedIn(said.get("seed"));
  const count = numberIn(said.get("n"), MOST_QUESTIONS);
  const minutes = numberIn(said.get("minutes"), MOST_MINUTES);
  const { lessons, unknown } = lessonsIn(said.get("lessons"), course);
  const odd = [
    ...(seed === undefined ? ["The address of this page names a paper that there cannot be: you get a new one."] : []),
    ...unknownInWords(unknown, lessons !== null),
    ...(count === undefined ? ["The address asks for a number of questions that makes no sense."] : []),
    ...(minutes === undefined ? ["The address sets a time limit that makes no sense, so there is none."] : []),
  ];
  return { seed: seed ?? null, lessons, count: count ?? null, minutes: minutes ?? null, paper: said.get("paper"), odd };
}

/** Null where nothing is said, undefined where it makes no sense. */
function seedIn(text: string | null): number | null | undefined {
  if (text === null) return null;
  const seed = /^[0-9a-z]{1,7}$/.test(text) ? parseInt(text, 36) : Infinity;
  return seed < 2 ** 32 ? seed : undefined;
}

function numberIn(text: string | null, most: number): number | null | undefined {
  if (text === null) return null;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

function lessonsIn(text: string | null, course: Course): { lessons: readonly string[] | null; unknown: number } {
  if (text === null) return { lessons: null, unknown: 0 };
  const named = text.split(",").map((id) => course.was.lessons[id] ?? id);
  const known = examinable(course).filter(({ id }) => named.includes(id));
  const unknown = named.filter((id) => !known.some((lesson) => lesson.id === id)).length;
  return { lessons: known.length > 0 ? known.map(({ id }) => id) : null, unknown };
}

function unknownInWords(unknown: number, isSomeKnown: boolean): string[] {
  if (unknown === 0) return [];
  if (!isSomeKnown) return ["The address names no lesson of this course that has questions: all are chosen."];
  return [`The address names ${unknown === 1 ? "a lesson" : `${unknown} lessons`} without questions in this course.`];
}
