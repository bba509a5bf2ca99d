/** The question types, by the name in the item's `data-type`. */
import { choice } from "./choice";
import { multiple } from "./multiple";
import type { ReadQuestion } from "./question";
import { short } from "./short";
import { taught } from "./taught";

const HERE: ReadonlyMap<string, ReadQuestion> = new Map([
  ["choice", choice],
  ["multiple", multiple],
  ["short", short],
]);

/** The type of that name, if it can be answered on the page: one of those here, or one that came by need. */
export function typeOf(name: string): ReadQuestion | undefined {
  return HERE.get(name) ?? taught(name);
}
