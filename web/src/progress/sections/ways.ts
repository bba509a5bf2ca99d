/** The ways from the page of progress to where progress is made. A course without lessons has none. */
import type { Lesson } from "../../course";
import type { Facts } from "../facts";
import { link } from "../parts";

/** To the cards of the first lesson that has some: the one filled button, where nothing was done yet. */
export function toCards({ course, root }: Facts): HTMLElement[] {
  const lesson = course.lessons.find(({ cards }) => cards.length > 0);
  if (!lesson) return [];
  return [link(`Open the cards of ${lesson.title}`, `${root}${lesson.practice}#cards`, "button is-primary")];
}

/** To the questions of the first lesson that has some. */
export function toFirstLesson({ course, root }: Facts): HTMLElement[] {
  const lesson = course.lessons.find(({ items }) => items.length > 0);
  return lesson ? [link(`Answer a question on ${lesson.title}`, `${root}${lesson.practice}#questions`)] : [];
}

/** To a lesson by its name. */
export function toLesson(lesson: Lesson, { root }: Facts): HTMLElement {
  return link(lesson.title, root + lesson.page);
}
