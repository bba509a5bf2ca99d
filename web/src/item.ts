/** <study-item>: a question that can be checked, explained and tried again. What is asked is in types/. */
import { seeded } from "./chance";
import { confidenceInWords, type Confidence } from "./confidence";
import { button, copyOf, element, moveFocus } from "./dom";
import { tellAnswered } from "./events";
import { anySeed } from "./seed";
import { askSureness, sureness } from "./sureness";
import { typeOf } from "./types/index";
import type { Finding, Question } from "./types/question";
import { explanationIn, verdictLine } from "./verdict";

const ALL_SHOWN = "The answer is marked, with the reasons.";

/** `asking`, then `wrong` or `right`; `shown` when the learner asked for all reasons; `compared` where they judge. */
type State = "asking" | "wrong" | "right" | "shown" | "compared";

/** Where a question leads once it is done, and what the button says that goes there. */
export interface Onward {
  readonly label: string;
  readonly go: () => void;
}

/** A question. Where the static page is not as expected, it stays as it is. */
export class StudyItem extends HTMLElement {
  private question: Question | null = null;
  private tried = false;
  private hint: HTMLDetailsElement | null = null;
  private hinted = false;
  private onward: Onward | null = null;
  private asked = askSureness("");
  private readonly result = element("div", "item-result");
  private readonly actions = element("div", "item-actions");

  connectedCallback(): void {
    if (this.question) return;
    const form = this.querySelector<HTMLFormElement>("form.item-form");
    const answer = form?.querySelector<HTMLDetailsElement>("details.answer");
    if (!form || !answer) return;
    this.question = typeOf(this.dataset["type"] ?? "")?.(form, answer, seeded(anySeed())) ?? null;
    if (!this.question) return;
    this.result.setAttribute("role", "status");
    this.hint = form.querySelector<HTMLDetailsElement>("details.hint");
    this.hint?.addEventListener("toggle", () => this.noteHint());
    // How it went stands by the options, before any help.
    (this.hint ?? answer).before(this.result);
    answer.after(this.actions);
    answer.hidden = true;
    form.addEventListener("submit", (event) => this.check(event));
    form.addEventListener("input", () => this.unprompt());
    this.ask();
  }

  /** Whether the item can be answered here. */
  get isReady(): boolean {
    return this.question !== null;
  }

  /** Back to a question never answered, which leads `onward` if that is given. */
  startAgain(onward: Onward | null = null): void {
    this.onward = onward;
    this.tried = this.hinted = false;
    if (this.hint) this.hint.open = false;
    this.question?.clear(true);
    this.ask();
  }

  /** Brings the learner to the question. */
  begin(): void {
    if (this.question) moveFocus(this.question.first);
  }

  private get state(): State {
    return this.dataset["state"] as State;
  }

  private enter(state: State, ...actions: (Node | string)[]): void {
    this.dataset["state"] = state;
    this.querySelector(".item-explain")?.remove();
    this.actions.replaceChildren(...actions);
  }

  private ask(): void {
    const check = element("button", "button is-primary", this.question?.action);
    check.type = "submit";
    this.asked = askSureness(`${this.dataset["id"]}--sure`);
    this.enter("asking", check, this.asked);
    this.result.replaceChildren();
  }

  private check(event: Event): void {
    event.preventDefault();
    if (!this.question || this.state !== "asking") return;
    const finding = this.question.check();
    if (typeof finding === "string") {
      this.result.replaceChildren(element("p", "item-nudge", finding));
      return;
    }
    const firstTry = !this.tried;
    this.tried = true;
    this.noteHint();
    const { hinted } = this;
    const confidence = sureness(this.asked);
    const { id = "", type = "", edition = "" } = this.dataset;
    const { right, chosen, chosenEditions = [], shows } = finding;
    // Whoever hears of it may change the page, and all of that comes before the focus: the page is laid out once.
    tellAnswered(this, { id, edition, type, right, firstTry, chosen, chosenEditions, confidence, hinted, shows });
    this.show(this.question, finding, confidence);
  }

  private show(question: Question, finding: Finding, confidence: Confidence): void {
    const { right, verdict, reasons } = finding;
    question.explain(finding, right !== false);
    if (right === false) {
      const retry = button("Try again", () => this.retry(question), true);
      this.enter("wrong", retry, button("Show all reasons", () => this.showAll(question, finding)), ...this.wayBack());
    } else {
      this.conclude(right ? "right" : "compared", question);
    }
    this.say(verdictLine(verdict, right, confidenceInWords(confidence, right)), reasons);
  }

  private noteHint(): void {
    this.hinted ||= this.hint?.open ?? false;
  }

  private showAll(question: Question, finding: Finding): void {
    question.explain(finding, true);
    this.conclude("shown", question);
    this.say(verdictLine(ALL_SHOWN, null));
  }

  private conclude(state: State, question: Question): void {
    const again = button(question.again, () => this.retry(question));
    // A model answer is shown in its own place, with its own way back.
    const compared = state === "compared";
    const next = this.onward ? [button(this.onward.label, this.onward.go, true)] : [];
    this.enter(state, ...next, again, ...(compared ? [] : this.wayBack()));
    if (!compared) this.result.after(...explanationIn(this));
  }

  private retry(question: Question): void {
    question.clear(false);
    this.ask();
    this.begin();
  }

  /** Says how it went: the focus goes to the words, since the button it was on is gone. */
  private say(line: HTMLElement, reasons: readonly Element[] = []): void {
    line.tabIndex = -1;
    const spoken = reasons.map((reason) => {
      const copy = element("div", "visually-hidden");
      copy.append(copyOf(reason));
      return copy;
    });
    this.result.replaceChildren(line, ...spoken);
    moveFocus(line);
  }

  private unprompt(): void {
    if (this.state === "asking") this.result.replaceChildren();
  }

  private wayBack(): Node[] {
    const back = this.querySelector("details.answer .item-back");
    return back ? [back.cloneNode(true)] : [];
  }
}
