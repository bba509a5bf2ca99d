/** The answer sheet on the page: a number for each question, with its state in words and in signs. */
import { element } from "../dom";
import { answeredInWords, markInWords, type Mark } from "./sheet";

/** The sheet as an element. `go` leads to a question by its place. */
export class SheetView {
  readonly element = element("nav", "exam-sheet");
  private readonly count = element("p", "exam-answered");
  private readonly numbers: readonly HTMLButtonElement[];

  constructor(length: number, go: (at: number) => void) {
    this.element.setAttribute("aria-label", "Answer sheet");
    this.numbers = Array.from({ length }, (_, at) => numbered(at, go));
    const list = element("ol", "exam-numbers");
    list.setAttribute("role", "list");
    for (const number of this.numbers) {
      const place = element("li", "");
      place.append(number);
      list.append(place);
    }
    this.element.append(this.count, list, key());
  }

  /** Shows how the questions stand, and which is on show. */
  show(marks: readonly Mark[], current: number | null): void {
    this.count.textContent = answeredInWords(marks);
    this.numbers.forEach((number, at) => {
      const mark = marks[at] ?? { answered: false, flagged: false };
      number.setAttribute("aria-label", markInWords(at + 1, mark));
      number.classList.toggle("is-answered", mark.answered);
      number.classList.toggle("is-flagged", mark.flagged);
      if (at === current) number.setAttribute("aria-current", "true");
      else number.removeAttribute("aria-current");
    });
  }
}

function numbered(at: number, go: (at: number) => void): HTMLButtonElement {
  const made = element("button", "exam-place", `${at + 1}`);
  made.type = "button";
  made.addEventListener("click", () => go(at));
  return made;
}

/** What the signs mean, for the eye: the names of the numbers say it in words. */
function key(): HTMLElement {
  const line = element("p", "exam-key");
  line.setAttribute("aria-hidden", "true");
  for (const [kind, words] of [["is-answered", "answered"], ["is-flagged", "flagged"]] as const) {
    const entry = element("span", "");
    entry.append(element("span", `exam-place ${kind}`), words);
    line.append(entry);
  }
  return line;
}
