/** Marks what is finished or begun wherever the page leads to a lesson: on the map, in lists, in links to turn the page. */
import type { Desk } from "./desk";
import { element } from "./dom";
import { lessonsIn, stateOf, whereaboutsIn, type Whereabouts } from "./whereabouts";

/** A place of the page, and how the learner stands with each lesson to which it leads, in order. */
export type Known = readonly [place: HTMLElement, lessons: readonly Whereabouts[]];

/** Marks all such places of the page. Returns what is known of them. */
export function markLessons(desk: Desk): Promise<Known[]> {
  return Promise.all([...document.querySelectorAll<HTMLElement>("[data-lessons]")].map((place) => mark(desk, place)));
}

/** Acts now, when another tab has changed the log, and when the learner comes back to this one. */
export function whenever(desk: Desk, act: () => unknown): void {
  desk.onChange(act);
  document.addEventListener("visibilitychange", () => document.hidden || act());
  act();
}

async function mark({ log }: Desk, place: HTMLElement): Promise<Known> {
  const lessons = lessonsIn(place.dataset["lessons"]);
  const known = await Promise.all(lessons.map((names) => whereaboutsIn(log, names)));
  const state = stateOf(known);
  place.dataset["state"] = state;
  place.querySelector(".mark")?.remove();
  if (state) place.append(element("span", "mark", ` ${state}`));
  return [place, known];
}
