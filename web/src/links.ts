/** Links to places of the site, by their addresses from its root. */
import { element } from "./dom";
import { addressOf } from "./site";

/** A link with these words. */
export function linkTo(words: string, place: string, className = ""): HTMLAnchorElement {
  const made = element("a", className, words);
  made.href = addressOf(place);
  return made;
}
