/** The row in which a learner may say how sure they are. It stands after the button that checks: who ignores it
 * passes nothing on the way there, and Enter in it checks as well. */
import type { Confidence } from "./confidence";
import { element } from "./dom";

const LABELS = { guess: "Guess", unsure: "Unsure", sure: "Sure" } as const;

/** A new row with nothing chosen. `name` is that of its radio buttons, which no others of the page may have. */
export function askSureness(name: string): HTMLFieldSetElement {
  const asked = element("fieldset", "sureness");
  asked.append(element("legend", "", "How sure are you?"));
  for (const [value, words] of Object.entries(LABELS)) {
    const input = element("input", "");
    Object.assign(input, { type: "radio", name, value });
    const label = element("label", "");
    label.append(input, words);
    asked.append(label);
  }
  // What is missing in the answer is no less missing.
  asked.addEventListener("input", (event) => event.stopPropagation());
  return asked;
}

/** What was chosen in the row. */
export function sureness(asked: HTMLFieldSetElement): Confidence {
  const chosen = asked.querySelector<HTMLInputElement>("input:checked");
  return (chosen?.value as keyof typeof LABELS | undefined) ?? null;
}
