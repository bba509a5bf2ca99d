/** An exam in progress on the page: one question at a time, the answer sheet, the time. Nothing is judged here. */
import { button, element, moveFocus } from "../dom";
import type { Attempt } from "./attempt";
import type { Clock } from "./clock";
import type { ExamQuestion } from "./question";
import { copyAddress } from "./sharing";
import { firstLeft, leftInWords, type Mark } from "./sheet";
import { SheetView } from "./sheetview";
import { Timer } from "./timer";

/** What the room needs. */
export interface Needs {
  readonly attempt: Attempt;
  readonly questions: readonly ExamQuestion[];
  /** Is given the attempt whenever it is another. */
  readonly keep: (attempt: Attempt) => void;
  /** Is told that all is handed in. */
  readonly onHandIn: (attempt: Attempt) => void;
}

/** Milliseconds without a new letter after which what is being written is looked at and kept. */
const PAUSE = 300;

/** The exam as an element of the page. */
export class Room {
  readonly element = element("section", "exam-room");
  private readonly needs: Needs;
  private readonly sheet: SheetView;
  private readonly timer: Timer;
  private readonly stage = element("div", "exam-stage");
  private readonly ways = element("div", "exam-ways");
  private readonly foot = element("div", "exam-foot");
  private readonly previous = button("Previous", () => this.go(this.at - 1));
  private readonly flag = button("Flag for later", () => this.turnFlag());
  private readonly next = button("Next", () => this.go(this.at + 1), true);
  private readonly done = button("Hand in", () => this.ask());
  private readonly flagged: Set<string>;
  private attempt: Attempt;
  private at: number;
  private heading: HTMLElement | null = null;
  private pause = 0;

  constructor(needs: Needs) {
    this.needs = needs;
    this.attempt = needs.attempt;
    this.at = Math.max(0, Math.min(needs.attempt.at, needs.questions.length - 1));
    this.flagged = new Set(needs.attempt.flagged);
    this.sheet = new SheetView(needs.questions.length, (at) => this.go(at));
    this.timer = new Timer(needs.attempt.clock, {
      onChange: (clock) => this.setClock(clock),
      onOver: () => this.tellOver(),
    });
    this.element.setAttribute("aria-label", "Exam");
    this.ways.append(this.previous, this.next, this.flag);
    this.foot.append(this.done, ...copyAddress());
    this.element.append(this.timer.element, this.timer.said, this.stage, this.ways, this.sheet.element, this.foot);
    for (const question of needs.questions) this.listen(question);
  }

  /** Begins, or goes on where it was left. */
  start(): void {
    this.go(this.at);
    this.timer.start();
  }

  /** Whether something is answered that would be lost. */
  get isBegun(): boolean {
    return this.needs.questions.some(({ answer }) => answer !== null);
  }

  private get marks(): Mark[] {
    return this.needs.questions.map((question) => ({
      answered: question.isAnswered,
      flagged: this.flagged.has(question.asked.id),
    }));
  }

  private listen(question: ExamQuestion): void {
    question.onChange(() => this.note());
    question.onWrite(() => {
      window.clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.note(), PAUSE);
    });
    question.onEnter(() => {
      if (this.at < this.needs.questions.length - 1) this.go(this.at + 1);
    });
  }

  /** Shows the question at that place. */
  private go(at: number): void {
    const { questions } = this.needs;
    questions[this.at]?.remind();
    const question = questions[at];
    if (!question) return;
    this.at = at;
    this.heading = question.head("h2", `Question ${at + 1} of ${questions.length}`);
    this.stage.replaceChildren(question.article);
    this.previous.hidden = at === 0;
    this.showWayOn(at === questions.length - 1);
    this.showQuestion();
    this.note();
    moveFocus(this.heading);
  }

  /** After the last question, the way on is to hand in. */
  private showWayOn(isLast: boolean): void {
    this.next.hidden = isLast;
    this.done.classList.toggle("is-primary", isLast);
    if (isLast) this.next.after(this.done);
    else this.foot.prepend(this.done);
  }

  private showQuestion(): void {
    for (const part of [this.ways, this.sheet.element, this.foot]) part.hidden = false;
    const id = this.needs.questions[this.at]?.asked.id ?? "";
    this.flag.setAttribute("aria-pressed", `${this.flagged.has(id)}`);
  }

  private turnFlag(): void {
    const id = this.needs.questions[this.at]?.asked.id ?? "";
    if (!this.flagged.delete(id)) this.flagged.add(id);
    this.showQuestion();
    this.note();
  }

  /** Brings the sheet and what is kept up to date. */
  private note(): void {
    this.sheet.show(this.marks, this.at);
    this.keep();
  }

  private keep(): void {
    window.clearTimeout(this.pause);
    const answered = this.needs.questions.flatMap(({ asked, answer }) => (answer ? [[asked.id, answer] as const] : []));
    const answers = Object.fromEntries(answered);
    this.attempt = { ...this.attempt, at: this.at, answers, flagged: [...this.flagged] };
    this.needs.keep(this.attempt);
  }

  private setClock(clock: Clock): void {
    this.attempt = { ...this.attempt, clock };
    // The button that was pressed may be gone: with the limit, or with what said that the time is over.
    if (clock.ends === null || !this.stage.contains(this.heading)) this.go(this.at);
    else this.keep();
  }

  /** Asks whether to hand in, where something is left. */
  private ask(): void {
    const { marks } = this;
    const first = firstLeft(marks);
    this.needs.questions[this.at]?.remind();
    if (first === null) return this.handIn();
    this.ways.hidden = this.foot.hidden = true;
    this.sheet.show(marks, null);
    this.say("Hand in now?", leftInWords(marks), [
      button(`Go to question ${first + 1}`, () => this.go(first), true),
      button("Hand in as it is", () => this.handIn()),
    ]);
  }

  private tellOver(): void {
    for (const part of [this.ways, this.sheet.element, this.foot]) part.hidden = true;
    const { marks } = this;
    const left = leftInWords(marks);
    this.say("The time is over", `Nothing is lost: all that you answered is here. ${left}`.trim(), [
      button("Hand in", () => this.handIn(), true),
      button("Go on without limit", () => this.timer.turnOff()),
      button("Add 5 minutes", () => this.timer.extend()),
    ]);
  }

  /** Says something in the place of the question. */
  private say(title: string, words: string, ways: readonly HTMLElement[]): void {
    const box = element("div", "exam-panel");
    const heading = element("h2", "", title);
    const actions = element("p", "actions");
    heading.tabIndex = -1;
    actions.append(...ways);
    box.append(heading, element("p", "", words), actions);
    this.stage.replaceChildren(box);
    moveFocus(heading);
  }

  private handIn(): void {
    this.timer.stop();
    this.keep();
    this.needs.onHandIn(this.attempt);
  }
}
