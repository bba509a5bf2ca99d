/** The page of progress: fills each of its sections from what the log knows. */
import { standing } from "../log/order";
import type { Facts, Known } from "./facts";
import { formatsOf } from "./formats";
import { calibration } from "./sections/calibration";
import { due } from "./sections/due";
import { mastery } from "./sections/mastery";
import { misconceptions } from "./sections/misconceptions";
import { retention } from "./sections/retention";

const SECTIONS: Readonly<Record<string, (facts: Facts) => HTMLElement[]>> = {
  due,
  retention,
  mastery,
  calibration,
  misconceptions,
};

/** Fills the places of `view` that the page keeps for its plots; what stood there before is replaced. */
export function showProgress(view: HTMLElement, known: Known): void {
  const formats = formatsOf(document.documentElement.lang);
  const entries = standing(known.entries);
  for (const place of view.querySelectorAll<HTMLElement>("study-progress")) {
    const { part = "", root = "" } = place.dataset;
    const section = SECTIONS[part];
    if (section) place.replaceChildren(...section({ ...known, entries, root, formats }));
  }
}
