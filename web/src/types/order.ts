/** Steps to put in order: rows that can be dragged, and moved with buttons. */
import { gradeOrder, landing, moved, moveInWords, placeInWords, stayInWords, type Standing } from "../arranging";
import { copyOf, element, isWhole } from "../dom";
import { onDrag, type Drag } from "../drag";
import { markRow, unmarkRow } from "../marks";
import type { Finding, Question, ReadQuestion } from "./question";

const HOW = "Drag the steps into their order, or move them with the buttons.";

const NOT_YET = "Put the steps in order first.";

/** A step: the place that it takes in the list, the row in it, and what of the row changes. */
interface Row {
  readonly step: string;
  readonly slot: HTMLElement;
  readonly row: HTMLElement;
  readonly text: HTMLElement;
  readonly grip: HTMLElement;
  readonly number: HTMLElement;
  readonly moves: HTMLElement;
  readonly up: HTMLButtonElement;
  readonly down: HTMLButtonElement;
}

/** A question with steps. */
export const order: ReadQuestion = (form, answer) => {
  const field = form.querySelector<HTMLElement>("fieldset.order");
  const right = answer.querySelector<HTMLElement>(".right-order");
  const rows = [...form.querySelectorAll<HTMLElement>(".order-step")].map(readRow);
  const key = [...(right?.children ?? [])].map((step) => (step as HTMLElement).dataset["step"] ?? "");
  if (!field || !right || !isWhole(rows) || rows.length !== key.length) return null;
  return new Steps(field, rows, key, right);
};

/** The steps as the learner has placed them. */
class Steps implements Question {
  readonly action = "Check";
  readonly again = "Again";
  private readonly said = element("p", "visually-hidden");
  private placed: readonly Row[];
  private isTouched = false;
  /** Whether the answer was checked, so that nothing moves. */
  private isStill = false;
  /** Whether the right order was shown, so that another try starts from the beginning. */
  private isShown = false;
  private readonly field: HTMLElement;
  private readonly rows: readonly Row[];
  private readonly key: readonly string[];
  private readonly right: HTMLElement;

  constructor(field: HTMLElement, rows: readonly Row[], key: readonly string[], right: HTMLElement) {
    this.field = field;
    this.rows = this.placed = rows;
    this.key = key;
    this.right = right;
    this.said.setAttribute("role", "status");
    field.append(this.said);
    field.querySelector("legend")?.replaceChildren(HOW);
    for (const row of rows) {
      equip(row);
      row.up.addEventListener("click", () => this.step(row, -1));
      row.down.addEventListener("click", () => this.step(row, 1));
      onDrag(row.row, () => (this.isStill ? null : this.lift(row)));
    }
    this.number();
  }

  get first(): HTMLElement {
    const row = this.placed[0];
    return row ? row.down : this.field;
  }

  check(): Finding | string {
    if (!this.isTouched) return NOT_YET;
    const chosen = this.placed.map((row) => row.step);
    return { ...gradeOrder(this.key, chosen), chosen, shows: [], reasons: [] };
  }

  given(): readonly string[] {
    return this.isTouched ? this.placed.map((row) => row.step) : [];
  }

  /** Steps that are not those of the question stay as they are. */
  put(given: readonly string[]): void {
    const placed = given.map((step) => this.rows.find((row) => row.step === step) ?? null);
    if (!isWhole(placed) || new Set(placed).size !== this.rows.length) return;
    this.isTouched = true;
    this.arrange(placed);
  }

  explain(finding: Finding, all: boolean): void {
    this.isStill = true;
    this.isShown = all;
    this.field.classList.add("is-checked");
    this.placed.forEach((row, at) => mark(row, { at, belongs: this.key.indexOf(row.step), all }));
    if (!all || finding.right === true) return;
    const answer = element("div", "order-answer");
    const list = element("ol", "right-order");
    list.append(copyOf(this.right));
    answer.append(element("p", "", "The right order"), list);
    this.field.append(answer);
  }

  clear(forget: boolean): void {
    this.isStill = false;
    this.field.classList.remove("is-checked");
    this.field.querySelector(".order-answer")?.remove();
    this.placed.forEach(unmark);
    this.said.textContent = "";
    if (!forget && !this.isShown) return;
    this.isTouched = this.isShown = false;
    this.arrange(this.rows);
  }

  /** One place up or down, by a button. */
  private step(row: Row, by: number): void {
    const at = this.placed.indexOf(row);
    const to = at + by;
    if (to < 0 || to >= this.placed.length) {
      this.say(stayInWords(at, this.placed.length));
      return;
    }
    this.arrange(moved(this.placed, at, to), row);
    this.tell(row);
    row.row.scrollIntoView({ block: "nearest", behavior: "auto" });
  }

  private lift(row: Row): Drag {
    const before = this.placed;
    const from = row.slot.offsetTop;
    const end = (): void => {
      row.slot.classList.remove("is-lifted");
      row.row.style.removeProperty("translate");
    };
    const hold = (y: number): void => {
      // The row's own place moves with it: the pointer is followed from there.
      row.row.style.translate = `0 ${y - (row.slot.offsetTop - from)}px`;
    };
    row.slot.classList.add("is-lifted");
    return {
      move: ({ y }) => {
        hold(y);
        const at = this.placed.indexOf(row);
        const spans = this.placed.map((each) => each.slot.getBoundingClientRect());
        const to = landing(spans, at, row.row.getBoundingClientRect());
        if (to === at) return;
        this.arrange(moved(this.placed, at, to), row);
        hold(y);
      },
      drop: () => {
        end();
        if (this.placed.indexOf(row) !== before.indexOf(row)) this.tell(row);
      },
      cancel: () => {
        end();
        this.arrange(before);
      },
    };
  }

  /** Shows the steps in that order. The `pivot` stays where it is in the page, so that it keeps focus and pointer. */
  private arrange(placed: readonly Row[], pivot: Row | undefined = placed[0]): void {
    this.placed = placed;
    const slots = placed.map((row) => row.slot);
    const at = pivot ? placed.indexOf(pivot) : 0;
    pivot?.slot.before(...slots.slice(0, at));
    pivot?.slot.after(...slots.slice(at + 1));
    this.number();
  }

  private number(): void {
    const last = this.placed.length - 1;
    this.placed.forEach(({ number, up, down }, at) => {
      number.textContent = `${at + 1}`;
      up.setAttribute("aria-disabled", `${at === 0}`);
      down.setAttribute("aria-disabled", `${at === last}`);
    });
  }

  /** Says where a step now is, and tells the form. */
  private tell(row: Row): void {
    this.isTouched = true;
    this.say(moveInWords(this.placed.indexOf(row), this.placed.length));
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private say(words: string): void {
    this.said.textContent = words;
  }
}

function readRow(slot: HTMLElement): Row | null {
  const row = slot.querySelector<HTMLElement>(".step-row");
  const text = slot.querySelector<HTMLElement>(".step-text");
  const step = slot.dataset["step"];
  if (!row || !text || step === undefined) return null;
  const grip = element("span", "grip");
  const number = element("span", "grip-number");
  const moves = element("span", "step-moves");
  return { step, slot, row, text, grip, number, moves, up: mover("up", text), down: mover("down", text) };
}

/** A button that moves the step with that text; its sign is drawn by the style sheet. */
function mover(way: "up" | "down", text: HTMLElement): HTMLButtonElement {
  const made = element("button", `button step-${way}`);
  made.type = "button";
  made.setAttribute("aria-label", `Move ${way}: ${text.textContent}`);
  return made;
}

/** The row by which a step is moved takes the place of the one in which its place is chosen. */
function equip({ row, grip, number, text, moves, up, down }: Row): void {
  grip.append(number);
  moves.append(up, down);
  row.replaceChildren(grip, text, moves);
}

function mark({ row, text, moves }: Row, standing: Standing): void {
  unmarkRow(row);
  const [sign, words] = markRow(row, standing.at === standing.belongs, ` ${placeInWords(standing)}`);
  row.prepend(sign);
  text.append(words);
  moves.hidden = true;
}

function unmark({ row, moves }: Row): void {
  unmarkRow(row);
  moves.hidden = false;
}
