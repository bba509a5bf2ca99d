/** The question types, by the name in the item's `data-type`. */
import { choice } from "./choice";
import { cloze } from "./cloze";
import { match } from "./match";
import { multiple } from "./multiple";
import { number } from "./number";
import { order } from "./order";
import type { ReadQuestion } from "./question";
import { short } from "./short";

/** Every type that can be answered on the page. */
export const TYPES: ReadonlyMap<string, ReadQuestion> = new Map([
  ["choice", choice],
  ["multiple", multiple],
  ["order", order],
  ["match", match],
  ["cloze", cloze],
  ["number", number],
  ["short", short],
]);
