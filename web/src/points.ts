/** Counts the points a learner ticks off against a model answer. */
import { element } from "./dom";

const BOXES = "input[type=checkbox]";

/** The count in words. */
export function pointsInWords(made: number, all: number): string {
  return `${made} of ${all} ${all === 1 ? "point" : "points"}`;
}

/** Adds a live count after a list of points. Returns a function that clears the ticks and the count. */
export function countPoints(list: HTMLFieldSetElement): () => void {
  const boxes = [...list.querySelectorAll<HTMLInputElement>(BOXES)];
  const line = element("p", "points-count");
  line.setAttribute("role", "status");
  list.after(line);
  list.addEventListener("change", () => {
    line.textContent = pointsInWords(boxes.filter((box) => box.checked).length, boxes.length);
  });
  return () => {
    for (const box of boxes) box.checked = false;
    line.textContent = "";
  };
}
