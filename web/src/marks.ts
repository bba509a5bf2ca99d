/** How rows that were put somewhere say after a check whether that was right: in sign, colour and words. */
import { element } from "./dom";

/** Marks a row; gives the sign and the words, to be placed in it. */
export function markRow(row: HTMLElement, right: boolean, words: string): [sign: HTMLElement, words: HTMLElement] {
  row.classList.add(right ? "is-right" : "is-wrong");
  const sign = element("span", "row-sign", right ? "✓" : "✗");
  sign.setAttribute("aria-hidden", "true");
  return [sign, element("span", "row-mark", words)];
}

/** Takes the mark of a row away. */
export function unmarkRow(row: HTMLElement): void {
  for (const part of row.querySelectorAll(".row-sign, .row-mark")) part.remove();
  row.classList.remove("is-right", "is-wrong");
}
