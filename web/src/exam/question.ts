/** A question of an exam: it can be answered and answered again, and says nothing until all is handed in. */
import { confidenceInWords } from "../confidence";
import { element } from "../dom";
import type { Answered } from "../events";
import { askSureness, sureness } from "../sureness";
import { typeOf } from "../types/index";
import type { Finding, Question } from "../types/question";
import { explanationIn, verdictLine } from "../verdict";
import type { Chance } from "../chance";
import type { Answer } from "./attempt";
import type { Asked } from "./paper";
import type { Outcome } from "./score";

const UNANSWERED = "Not answered.";

/** A question whose article can be put on the page, and taken off it, with all that was answered. */
export class ExamQuestion {
  readonly asked: Asked;
  readonly article: Element;
  private readonly form: HTMLFormElement;
  private readonly question: Question;
  private readonly result = element("div", "item-result");
  private readonly actions = element("div", "item-actions");
  private readonly sure: HTMLFieldSetElement;
  private isTouched = false;

  /** Null where the article is not as expected. Its options come in the order of that chance. */
  static read(asked: Asked, article: Element, chance: Chance): ExamQuestion | null {
    const form = article.querySelector<HTMLFormElement>("form.item-form");
    const answer = form?.querySelector<HTMLDetailsElement>("details.answer");
    const question = form && answer ? typeOf(asked.type)?.(form, answer, chance) : null;
    return form && answer && question ? new ExamQuestion(asked, article, form, answer, question) : null;
  }

  private constructor(
    asked: Asked,
    article: Element,
    form: HTMLFormElement,
    answer: HTMLDetailsElement,
    question: Question,
  ) {
    this.asked = asked;
    this.article = article;
    this.form = form;
    this.question = question;
    this.sure = askSureness(`${asked.id}--sure`);
    this.result.setAttribute("role", "status");
    // There is no help in an exam.
    form.querySelector("details.hint")?.remove();
    answer.before(this.result);
    answer.after(this.actions);
    answer.hidden = true;
    this.actions.append(this.sure);
    question.clear(true);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      this.isTouched = true;
      this.result.replaceChildren();
    });
  }

  /** Calls `act` whenever the answer, or how sure the learner is, may be another. */
  onChange(act: () => void): void {
    this.form.addEventListener("input", (event) => !isWritten(event) && act());
    this.form.addEventListener("change", act);
  }

  /** Calls `act` at every letter that is written. */
  onWrite(act: () => void): void {
    this.form.addEventListener("input", act);
  }

  /** Calls `act` at Enter in a field. */
  onEnter(act: () => void): void {
    this.form.addEventListener("submit", act);
  }

  /** Gives the question a heading, and returns it. */
  head(tag: "h2" | "h3", words: string): HTMLElement {
    const heading = element(tag, "item-kind", words);
    heading.tabIndex = -1;
    this.article.querySelector(".item-kind")?.replaceWith(heading);
    return heading;
  }

  /** What was answered; null where nothing was. */
  get answer(): Answer | null {
    const given = this.question.given();
    const confidence = sureness(this.sure);
    return given.length > 0 || confidence ? { edition: this.asked.edition, given, confidence } : null;
  }

  /** Puts an answer down again. */
  restore({ given, confidence }: Answer): void {
    if (given.length > 0) this.question.put(given);
    for (const input of this.sure.querySelectorAll("input")) input.checked = input.value === confidence;
  }

  /** Whether there is a whole answer. */
  get isAnswered(): boolean {
    return this.question.given().length > 0 && typeof this.question.check() !== "string";
  }

  /** Says what is missing in an answer that was begun. */
  remind(): void {
    const missing = this.isTouched ? this.question.check() : null;
    if (typeof missing === "string") this.result.replaceChildren(element("p", "item-nudge", missing));
  }

  /** The answer as the log takes it; null where there is none. */
  get answered(): Answered | null {
    const finding = this.isAnswered ? this.question.check() : "";
    if (typeof finding === "string") return null;
    const { id, edition, type } = this.asked;
    const { right, chosen, chosenEditions = [], shows } = finding;
    const confidence = sureness(this.sure);
    return { id, edition, type, right, firstTry: true, chosen, chosenEditions, confidence, hinted: false, shows };
  }

  /** How it went. */
  get outcome(): Outcome {
    const { isAnswered } = this;
    const finding = this.question.check();
    const isOpen = typeof finding !== "string" && finding.right === null;
    const right = isOpen ? null : isAnswered && (finding as Finding).right;
    return { claims: this.asked.claims, answered: isAnswered, right };
  }

  /** What it asks, as text. */
  get stem(): string {
    return (this.form.querySelector(".item-stem")?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  /** The link to the passage that teaches it. */
  get passage(): HTMLAnchorElement | null {
    return this.form.querySelector<HTMLAnchorElement>("details.answer .item-back > a");
  }

  /** Shows what is right, what was answered, and all reasons. */
  reveal(): void {
    const { outcome } = this;
    const found = outcome.answered ? this.question.check() : UNANSWERED;
    const finding = typeof found === "string" ? nothing(this.question.given()) : found;
    const confidence = sureness(this.sure);
    this.question.explain(finding, true);
    for (const field of this.form.querySelectorAll("textarea")) field.readOnly = true;
    this.result.removeAttribute("role");
    const sure = outcome.answered ? confidenceInWords(confidence, outcome.right) : "";
    this.result.replaceChildren(verdictLine(finding.verdict, outcome.right, sure));
    this.conclude(finding.right === null && outcome.answered);
  }

  /** The explanation and the way back; a model answer has both in its own place. */
  private conclude(isCompared: boolean): void {
    const study = this.article.querySelector<HTMLElement>("study-item");
    if (study) study.dataset["state"] = isCompared ? "compared" : "shown";
    this.actions.replaceChildren();
    const answer = this.form.querySelector<HTMLDetailsElement>("details.answer");
    if (!answer?.hidden) return;
    this.result.after(...explanationIn(answer));
    const back = answer.querySelector(".item-back");
    if (back) this.actions.append(back.cloneNode(true));
  }
}

/** What is explained where nothing, or no whole answer, was given: nothing is called chosen. */
function nothing(given: readonly string[]): Finding {
  return { right: null, verdict: UNANSWERED, chosen: given, shows: [], reasons: [] };
}

/** Whether a text is being written: it is looked at once it is left, or after a pause. */
function isWritten({ target }: Event): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
}
