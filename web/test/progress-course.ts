/** A small course and entries about it, for tests of the progress. */
import type { Card, Course, Item } from "../src/course";
import type { Entry, EntryOf } from "../src/log/entry";
import type { Standing } from "../src/review/standing";
import { unseen, type Memory } from "../src/schedule";
import { answered, idOf, reviewed } from "./entries";

export const DAY = 86_400_000;

/** A Wednesday, at noon by the clock on the wall. */
export const NOW = new Date(2026, 8, 16, 12).getTime();

export function item(id: string, ...claims: string[]): Item {
  return { id, edition: "a1b2c3", type: "choice", level: "recall", claims };
}

export function card(id: string, ...claims: string[]): Card {
  return { id, edition: "a1b2c3", type: "basic", asks: `What of ${id}?`, claims };
}

/** A course of one lesson. */
export function course(items: Item[], cards: Card[] = [], more: Partial<Course> = {}): Course {
  const claims = [...new Set([...items, ...cards].flatMap((one) => one.claims))];
  return {
    title: "Tea",
    lessons: [
      {
        id: "kettles",
        title: "Kettles",
        day: 1,
        minutes: 5,
        summary: "",
        page: "lessons/kettles/",
        practice: "lessons/kettles/practice/",
        sections: [],
        objectives: [{ goal: "Say when water boils.", claims }],
        items,
        cards,
      },
    ],
    claims: claims.map((id) => ({ id, says: `What ${id} says.`, page: `claims/#${id}` })),
    misconceptions: [],
    was: { lessons: {}, asked: {}, misconceptions: {} },
    ...more,
  };
}

let placed = 0;

function head(at: number, about: string): Pick<Entry, "n" | "id" | "at" | "about"> {
  placed += 1;
  return { n: placed, id: idOf(placed), at, about };
}

/** A first try that was right and shows nothing, but for what is said. */
export function answer(about: string, more: Partial<EntryOf<"answered">> = {}): EntryOf<"answered"> {
  const plain = { right: true, confidence: null, shows: [], chosen: [] };
  return { ...answered, ...plain, ...head(more.at ?? NOW, about), ...more };
}

export function review(about: string, grade: EntryOf<"reviewed">["grade"], at: number): EntryOf<"reviewed"> {
  return { ...reviewed, ...head(at, about), grade };
}

/** Where a card stands that was learnt nine days ago and is due now, but for what is said. */
export function stands(memory: Partial<Memory> = {}, more: Partial<Standing> = {}): Standing {
  const learnt: Memory = { ...unseen(NOW), state: "review", stability: 9, difficulty: 5, reps: 3, last: NOW - 9 * DAY };
  const plain = { first: 0, edition: "", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
  return { ...plain, ...more, memory: { ...learnt, ...memory } };
}
