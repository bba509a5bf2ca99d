/** How an answered question says how it went. */
import { copyOf, element } from "./dom";

/** The verdict, right or wrong or left to the learner, with what follows from how sure they were. */
export function verdictLine(words: string, right: boolean | null, more = ""): HTMLElement {
  const kind = right === null ? "" : right ? "is-right" : "is-wrong";
  const line = element("p", `item-verdict ${kind}`.trim(), words);
  if (more) line.append(element("span", "item-sureness", ` ${more}`));
  return line;
}

/** What the static answer explains of the whole question, as a copy to be shown; nothing where it explains nothing. */
export function explanationIn(answer: Element): HTMLElement[] {
  const explain = answer.querySelector(".explain");
  if (!explain) return [];
  const copy = element("div", "item-explain");
  copy.append(copyOf(explain));
  return [copy];
}
