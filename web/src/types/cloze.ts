/** A text with blanks: each is right or wrong by itself, and what belongs there is shown when it is asked for. */
import { copyOf, element } from "../dom";
import { markField, readField, unmarkField, type Field } from "../field";
import { blanksInWords, isAccepted } from "../words";
import type { Finding, ReadQuestion } from "./question";

const EMPTY = "Fill in a blank first.";

/** A blank, what counts as right in it, and how the static page says so. */
interface Blank extends Field {
  readonly accepted: readonly string[];
  readonly words: Element;
}

/** A question with fields in its text. */
export const cloze: ReadQuestion = (form, answer) => {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(".cloze-text input[data-blank]")];
  const blanks = inputs.map((input) => readBlank(input, answer)).filter((blank) => blank !== null);
  const [first] = blanks;
  if (!first || blanks.length < inputs.length) return null;
  let next = first;
  return {
    action: "Check",
    again: "Again",
    get first() {
      return next.input;
    },
    check: () => (blanks.every(isEmpty) ? EMPTY : find(blanks)),
    given: () => (blanks.every(isEmpty) ? [] : blanks.map(({ input }) => input.value)),
    put: (given) => blanks.forEach(({ input }, at) => (input.value = given[at] ?? "")),
    explain(_finding, all) {
      for (const blank of blanks) explainBlank(blank, all);
      next = blanks.find((blank) => !isRight(blank)) ?? first;
    },
    clear(forget) {
      for (const blank of blanks) clearBlank(blank, forget);
      if (forget) next = first;
    },
  };
};

function readBlank(input: HTMLInputElement, answer: HTMLElement): Blank | null {
  const field = readField(input);
  const words = answer.querySelector(`[data-blank="${input.dataset["blank"] ?? ""}"] .answer-words`);
  if (!field || !words) return null;
  return { ...field, words, accepted: [...words.querySelectorAll("data")].map((data) => data.value) };
}

function isEmpty({ input }: Blank): boolean {
  return input.value.trim() === "";
}

function isRight({ input, accepted }: Blank): boolean {
  return isAccepted(input.value, accepted);
}

function find(blanks: readonly Blank[]): Finding {
  const right = blanks.map(isRight);
  return {
    right: right.every(Boolean),
    verdict: blanksInWords(right),
    chosen: blanks.map(({ input }) => input.value),
    shows: [],
    reasons: blanks.length > 1 ? blanks.map(spoken) : [],
  };
}

/** How a blank is, to be read out with the verdict. */
function spoken(blank: Blank): Element {
  const name = blank.input.getAttribute("aria-label") ?? "";
  return element("p", "", `${name}: ${inWords(blank)}.`);
}

function inWords(blank: Blank): string {
  return isRight(blank) ? "right" : isEmpty(blank) ? "empty" : "wrong";
}

function explainBlank(blank: Blank, all: boolean): void {
  const mark = markField(blank, isRight(blank), inWords(blank));
  if (!all || isRight(blank)) return;
  const answer = element("span", "field-answer", " · it\u00A0is ");
  answer.append(copyOf(blank.words));
  mark.append(answer);
}

function clearBlank(blank: Blank, forget: boolean): void {
  unmarkField(blank);
  if (forget) blank.input.value = "";
}
