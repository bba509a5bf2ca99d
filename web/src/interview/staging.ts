/** Small parts that both kinds of interview share. */
import { settingsIn } from "../chosen";
import type { Course } from "../course";
import type { Desk } from "../desk";
import { button, element } from "../dom";
import { nameOf } from "../settings";
import type { Question } from "./questions";
import { canSpeak } from "./speech";

/** Where a question comes from: its lesson. */
export function originOf({ lesson }: Question, { lessons }: Course): HTMLElement {
  const found = lessons.find(({ id }) => id === lesson);
  return element("p", "sitting-origin", found ? `Day ${found.day} · ${found.title}` : "");
}

/** Says that a question is not to be had now, with the way to ask for it again. */
export function failure(again: () => void): HTMLElement {
  const box = element("div", "empty");
  box.setAttribute("role", "alert");
  const words = element("p", "", "The questions of this lesson cannot be loaded. Are you offline?");
  box.append(words, button("Try again", again, true));
  return box;
}

/** Says that the course is not to be had. */
export function failed(place: HTMLElement): void {
  const line = element("p", "", "The course cannot be loaded. Reload the page once you are online again.");
  line.setAttribute("role", "alert");
  place.replaceChildren(line);
}

/** Fills in whether questions are spoken, and keeps what is chosen; both forms of the page show the same. */
export async function keepVoice(form: HTMLFormElement, desk: Desk): Promise<void> {
  const box = form.querySelector<HTMLInputElement>("input[name=aloud]");
  const row = box?.closest("label");
  if (!box || !row) return;
  row.hidden = !canSpeak();
  box.addEventListener("change", () => void desk.note({ kind: "set", about: nameOf("aloud"), value: box.checked }));
  const fill = async (): Promise<void> => {
    box.checked = (await settingsIn(desk.log)).aloud;
  };
  desk.onChange(() => void fill());
  await fill();
}
