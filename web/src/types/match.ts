/** Pairs to match: a list for each left side, and the choices to be dragged there. */
import { copyOf, element, isWhole } from "../dom";
import { onDrag, type Drag, type Point } from "../drag";
import { markRow, unmarkRow } from "../marks";
import { gradeMatch, matchedInWords, putOn } from "../matching";
import type { Finding, Question, ReadQuestion } from "./question";

const HOW = "Drag a choice onto each, or choose it from the list";
const EMPTY = "Choose";

/** A left side with its list; the list's value is seen in `shown`, whole, and chosen through the list above it. */
interface Row {
  /** The pair's name, which is also that of the choice that fits. */
  readonly pair: string;
  readonly row: HTMLElement;
  readonly slot: HTMLElement;
  readonly list: HTMLSelectElement;
  readonly shown: HTMLElement;
  readonly why: HTMLElement | null;
}

/** A choice. */
interface Chip {
  readonly choice: string;
  readonly chip: HTMLElement;
  readonly letter: HTMLElement;
}

/** A question with pairs. */
export const match: ReadQuestion = (form, answer) => {
  const field = form.querySelector<HTMLElement>("fieldset.match");
  const rows = [...form.querySelectorAll<HTMLElement>(".pair")].map((row) => readRow(row, answer));
  const chips = [...form.querySelectorAll<HTMLElement>(".choice")].map(readChip);
  if (!field || !isWhole(rows) || !isWhole(chips) || rows.length === 0) return null;
  return new Pairs(field, rows, chips);
};

/** The pairs as the learner has matched them. */
class Pairs implements Question {
  readonly action = "Check";
  readonly again = "Again";
  private readonly said = element("p", "match-count");
  /** Whether the answer was checked, so that nothing moves. */
  private isStill = false;
  /** Whether the right pairs were shown, so that another try starts from the beginning. */
  private isShown = false;
  private readonly field: HTMLElement;
  private readonly rows: readonly Row[];
  private readonly chips: readonly Chip[];

  constructor(field: HTMLElement, rows: readonly Row[], chips: readonly Chip[]) {
    this.field = field;
    this.rows = rows;
    this.chips = chips;
    this.said.setAttribute("role", "status");
    field.append(this.said);
    const legend = field.querySelector("legend");
    if (legend) legend.textContent = (legend.textContent ?? "").replace(/^[^;.]*/, HOW);
    for (const { slot, shown } of rows) slot.prepend(shown);
    for (const chip of chips) {
      equip(chip);
      onDrag(chip.chip, () => (this.isStill ? null : this.lift(chip)));
    }
    field.addEventListener("input", () => this.show());
    this.show();
  }

  get first(): HTMLElement {
    const row = this.rows.find(({ list }) => list.value === "") ?? this.rows[0];
    return row ? row.list : this.field;
  }

  check(): Finding | string {
    if (this.chosen.includes("")) return `Choose one for each first: ${this.count()}.`;
    const key = this.rows.map((row) => row.pair);
    const chosen = this.rows.map(({ pair, list }) => `${pair}=${list.value}`);
    return { ...gradeMatch(key, this.chosen), chosen, shows: [], reasons: [] };
  }

  given(): readonly string[] {
    return this.chosen.join("") === "" ? [] : this.chosen;
  }

  put(given: readonly string[]): void {
    this.rows.forEach(({ list }, at) => (list.value = given[at] ?? ""));
    this.show();
  }

  explain(_: Finding, all: boolean): void {
    this.isStill = true;
    this.isShown = all;
    this.field.classList.add("is-checked");
    for (const row of this.rows) this.explainRow(row, all);
  }

  clear(forget: boolean): void {
    const again = forget || this.isShown;
    this.isStill = this.isShown = false;
    this.field.classList.remove("is-checked");
    for (const row of this.rows) {
      clearRow(row);
      if (again || row.list.value !== row.pair) row.list.value = "";
    }
    this.show();
  }

  private get chosen(): string[] {
    return this.rows.map(({ list }) => list.value);
  }

  private count(): string {
    return matchedInWords(this.chosen.filter((choice) => choice !== "").length, this.rows.length);
  }

  /** Shows in each row what its list has, and which choices are taken. */
  private show(): void {
    for (const { slot, list, shown } of this.rows) {
      slot.classList.toggle("is-filled", list.value !== "");
      shown.replaceChildren(this.named(list.value) ?? EMPTY);
    }
    for (const { chip, choice } of this.chips) chip.classList.toggle("is-used", this.chosen.includes(choice));
    const count = this.count();
    if (this.said.textContent !== count) this.said.textContent = count;
  }

  /** A choice with its letter, to stand elsewhere. */
  private named(choice: string): DocumentFragment | null {
    const chip = this.chips.find((each) => each.choice === choice)?.chip;
    const text = chip?.querySelector(".choice-text");
    if (!chip || !text) return null;
    const copy = document.createDocumentFragment();
    const whole = element("span", "choice-text");
    whole.append(copyOf(text));
    copy.append(element("span", "choice-letter", chip.querySelector(".choice-letter")?.textContent ?? ""), " ", whole);
    return copy;
  }

  private lift({ chip, choice }: Chip): Drag {
    const end = (): void => {
      chip.classList.remove("is-lifted");
      chip.style.removeProperty("translate");
      for (const { row } of this.rows) row.classList.remove("is-over");
    };
    let over: Row | undefined;
    // Sideways only as far as the question reaches: a page that grows wider would jump on a phone.
    const [outer, inner] = [this.field.getBoundingClientRect(), chip.getBoundingClientRect()];
    const sideways = (x: number): number => Math.max(outer.left - inner.left, Math.min(x, outer.right - inner.right));
    chip.classList.add("is-lifted");
    return {
      move: (by, at) => {
        chip.style.translate = `${sideways(by.x)}px ${by.y}px`;
        over = this.rows.find(({ row }) => isOn(at, row.getBoundingClientRect()));
        for (const each of this.rows) each.row.classList.toggle("is-over", each === over);
      },
      drop: () => {
        end();
        if (over) this.place(over, choice);
      },
      cancel: end,
    };
  }

  /** Puts a choice on a row, as if it had been chosen from its list. */
  private place(target: Row, choice: string): void {
    const chosen = putOn(this.chosen, this.rows.indexOf(target), choice);
    this.rows.forEach(({ list }, at) => (list.value = chosen[at] ?? ""));
    target.list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private explainRow(each: Row, all: boolean): void {
    const { row, slot, list, pair, shown, why } = each;
    const right = list.value === pair;
    clearRow(each);
    list.disabled = true;
    const [sign, words] = markRow(row, right, right ? "Right" : "Wrong");
    shown.before(sign);
    slot.append(words);
    const answer = all && !right ? this.named(pair) : null;
    if (answer) {
      const line = element("p", "pair-answer");
      line.append(element("span", "row-mark", "Goes with"), " ", answer);
      row.append(line);
    }
    if (why && (all || right)) {
      const reason = element("div", "pair-why");
      reason.append(copyOf(why));
      row.append(reason);
    }
  }
}

function readRow(row: HTMLElement, answer: HTMLElement): Row | null {
  const slot = row.querySelector<HTMLElement>(".pair-slot");
  const list = row.querySelector<HTMLSelectElement>("select");
  const pairs = [...answer.querySelectorAll<HTMLElement>("li[data-pair]")];
  const pair = row.dataset["pair"];
  const right = pairs.find((each) => each.dataset["pair"] === pair);
  if (!slot || !list || !right || pair === undefined) return null;
  const shown = element("span", "pair-shown");
  shown.setAttribute("aria-hidden", "true");
  return { pair, row, slot, list, shown, why: right.querySelector<HTMLElement>(".reason-why") };
}

function readChip(chip: HTMLElement): Chip | null {
  const letter = chip.querySelector<HTMLElement>(".choice-letter");
  const choice = chip.dataset["choice"];
  return letter && choice !== undefined ? { choice, chip, letter } : null;
}

/** The letter becomes what a finger takes hold of. */
function equip({ letter }: Chip): void {
  const grip = element("span", "grip");
  letter.replaceWith(grip);
  grip.append(letter);
}

function clearRow({ row, list }: Row): void {
  list.disabled = false;
  unmarkRow(row);
  for (const added of row.querySelectorAll(".pair-answer, .pair-why")) added.remove();
}

function isOn({ x, y }: Point, { left, right, top, bottom }: DOMRect): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
