// A small course for the tests of exams.
import type { Course, Item, Lesson } from "../src/course";

export function item(id: string, claims: readonly string[] = ["C1"]): Item {
  return { id, edition: `${id} 1`, type: "choice", level: "apply", claims };
}

export function lesson(id: string, ...items: Item[]): Lesson {
  const page = `lessons/${id}/`;
  const rest = { summary: "", sections: [], objectives: [], cards: [] };
  return { id, title: id, day: 1, minutes: 5, page, practice: `${page}practice/`, items, ...rest };
}

export function course(...lessons: Lesson[]): Course {
  return { title: "T", lessons, claims: [], misconceptions: [], was: { lessons: {}, asked: {}, misconceptions: {} } };
}
