/** What stands on a page where something is not to be had. */
import { button, element } from "./dom";

/** Says so, with the way to ask for it again. */
export function failure(words: string, again: () => void): HTMLElement {
  const box = element("div", "empty");
  box.setAttribute("role", "alert");
  box.append(element("p", "", words), button("Try again", again, true));
  return box;
}

/** Says in the place of all else that the course is not to be had. */
export function failed(place: HTMLElement): void {
  const line = element("p", "", "The course cannot be loaded. Reload the page once you are online again.");
  line.setAttribute("role", "alert");
  place.replaceChildren(line);
}
