/** A field to write a short answer into: marks it right or wrong, in words and with a sign, and takes the mark away. */
import { element } from "./dom";

/** A text field of the static page and the element around it, in which its mark stands. */
export interface Field {
  readonly input: HTMLInputElement;
  readonly frame: HTMLElement;
}

/** Reads a field; null where the page is not as expected. */
export function readField(input: Element | null | undefined): Field | null {
  const frame = input?.parentElement;
  if (!(input instanceof HTMLInputElement) || !frame) return null;
  input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
  return { input, frame };
}

/** Holds the field still and says how its answer is. The mark that it returns describes the field to a screen reader. */
export function markField({ input, frame }: Field, right: boolean, words: string): HTMLElement {
  unmarkField({ input, frame });
  input.readOnly = true;
  frame.classList.add(right ? "is-right" : "is-wrong");
  const mark = element("span", "field-mark");
  mark.id = `${input.id}--mark`;
  const sign = element("span", "field-sign", right ? "✓" : "✗");
  sign.setAttribute("aria-hidden", "true");
  mark.append(sign, ` ${words}`);
  input.setAttribute("aria-describedby", mark.id);
  frame.append(mark);
  return mark;
}

/** Takes the mark away and lets the field be written again; what is in it stays. */
export function unmarkField({ input, frame }: Field): void {
  input.readOnly = false;
  input.removeAttribute("aria-describedby");
  input.removeAttribute("aria-invalid");
  frame.classList.remove("is-right", "is-wrong");
  for (const mark of frame.querySelectorAll(".field-mark")) mark.remove();
}
