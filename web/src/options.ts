/** Questions whose answer is among options: reads the rows of the static page, marks them and explains them. */
import { reshuffled, type Chance } from "./chance";
import { comparison } from "./comparing";
import { copyOf, element } from "./dom";
import { markInWords, type Grade } from "./grading";
import type { Finding, Question } from "./types/question";

/** An option's row and what the static answer says about it. */
interface Row {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  readonly text: HTMLElement;
  readonly right: boolean;
  /** What the static answer says of the option. */
  readonly reason: HTMLElement;
  /** The option's words in the static answer. */
  readonly words: Element;
  readonly why: HTMLElement | null;
  readonly shows: string | undefined;
  readonly edition: string;
}

const NOTHING_CHOSEN = "Choose an answer first.";

type GradeChoice = (key: readonly string[], chosen: readonly string[]) => Grade;

/** A question with options. `answer` names a right option in words. */
export function readOptions(
  form: HTMLFormElement,
  details: HTMLDetailsElement,
  chance: Chance,
  grade: GradeChoice,
  answer: string,
): Question | null {
  const field = form.querySelector<HTMLElement>("fieldset.options");
  const given = readRows(form, details);
  if (!field || !given?.[0]) return null;
  let rows = given;
  // Once all was shown, the next answer is a new one, and a place is not to be remembered for it.
  let isShown = false;
  for (const { input } of rows) input.addEventListener("click", holdStill);
  return {
    action: "Check",
    again: "Again",
    get first() {
      return rows[0]?.input ?? field;
    },
    check: () => find(rows, grade),
    given: () => rows.filter(({ input }) => input.checked).map(({ input }) => input.value),
    put: (given) => rows.forEach(({ input }) => (input.checked = given.includes(input.value))),
    explain: (finding, all) => {
      isShown = all;
      field.classList.add("is-checked");
      for (const row of rows) explainRow(row, finding, all, answer);
      if (all && finding.right === false) field.before(compare(rows, finding));
    },
    clear: (forget) => {
      form.querySelector(".comparison")?.remove();
      field.classList.remove("is-checked");
      for (const row of rows) clearRow(row);
      if ((forget || isShown) && !("keepOrder" in field.dataset)) rows = arrange(reshuffled(rows, chance));
      isShown = false;
    },
  };
}

function readRows(form: HTMLFormElement, details: HTMLDetailsElement): readonly Row[] | null {
  const rows = [...form.querySelectorAll<HTMLElement>(".options .option")].map((row) => readRow(row, details));
  return rows.every((row) => row !== null) ? rows : null;
}

function readRow(row: HTMLElement, details: HTMLDetailsElement): Row | null {
  const input = row.querySelector<HTMLInputElement>("input");
  const text = row.querySelector<HTMLElement>(".option-text");
  const reasons = [...details.querySelectorAll<HTMLElement>("li[data-option]")];
  const reason = reasons.find((entry) => entry.dataset["option"] === input?.value);
  const words = reason?.querySelector(".reason-option");
  if (!input || !text || !reason || !words) return null;
  const { verdict, shows, edition = "" } = reason.dataset as { verdict?: string; shows?: string; edition?: string };
  const why = reason.querySelector<HTMLElement>(".reason-why");
  return { row, input, text, right: verdict === "right", reason, words, why, shows, edition };
}

/** Puts the options, and what the static answer says of them, in the order of the rows. */
function arrange(rows: readonly Row[]): readonly Row[] {
  for (const { row, reason } of rows) {
    row.parentNode?.append(row);
    reason.parentNode?.append(reason);
  }
  return rows;
}

function find(rows: readonly Row[], grade: GradeChoice): Finding | string {
  const key = rows.filter((row) => row.right).map((row) => row.input.value);
  const chosen = rows.filter((row) => row.input.checked);
  if (chosen.length === 0 && key.length > 0) return NOTHING_CHOSEN;
  const values = chosen.map((row) => row.input.value);
  return {
    ...grade(key, values),
    chosen: values,
    chosenEditions: chosen.map((row) => row.edition),
    shows: chosen.flatMap((row) => row.shows ?? []),
    reasons: chosen.flatMap((row) => row.why ?? []),
  };
}

function compare(rows: readonly Row[], { chosen }: Finding): HTMLElement {
  const wordsOf = (those: readonly Row[]): Element[] => those.map(({ words }) => words);
  return comparison(
    wordsOf(rows.filter(({ input }) => chosen.includes(input.value))),
    wordsOf(rows.filter(({ right }) => right)),
  );
}

/** After a check the controls keep their focus and their choice: `disabled` would lose the one, nothing the other. */
function holdStill(event: Event): void {
  if (event.currentTarget instanceof HTMLInputElement && event.currentTarget.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
  }
}

function explainRow({ row, input, text, right, why }: Row, finding: Finding, all: boolean, answer: string): void {
  const chosen = finding.chosen.includes(input.value);
  input.setAttribute("aria-disabled", "true");
  removeFeedback(row);
  row.classList.toggle("is-chosen", chosen);
  if (!chosen && !all) return;
  row.classList.add(right ? "is-right" : "is-wrong");
  row.classList.toggle("is-answer", all && right);
  const words = markInWords({ right, chosen, all }, answer);
  if (words !== "") {
    const sign = element("span", "option-sign", right ? "✓" : "✗");
    sign.setAttribute("aria-hidden", "true");
    input.before(sign);
    text.append(element("span", "option-mark", ` ${words}`));
  }
  if (why) {
    const reason = element("div", "option-why");
    reason.append(copyOf(why));
    row.append(reason);
  }
}

function clearRow({ row, input }: Row): void {
  removeFeedback(row);
  row.classList.remove("is-chosen");
  input.checked = false;
  input.removeAttribute("aria-disabled");
}

function removeFeedback(row: HTMLElement): void {
  for (const added of row.querySelectorAll(".option-sign, .option-mark, .option-why")) added.remove();
  row.classList.remove("is-right", "is-wrong", "is-answer");
}
