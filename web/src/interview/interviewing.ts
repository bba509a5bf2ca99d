/** A mock interview: question after question, no answer between. */
import { button, element, moveFocus } from "../dom";
import { failure } from "../failure";
import { Frame } from "../frame";
import { loadDeck } from "../site";
import { laidOut, type Laid } from "./layout";
import type { Question } from "./questions";
import { UNLOADED } from "./staging";
import type { Said } from "./take";
import { Tools } from "./tools";

/** What was asked and answered. */
export interface Turn {
  readonly question: Question;
  readonly laid: Laid;
  /** How long the answer took, in ms. */
  readonly ran: number;
  /** What was recorded of it; null where nothing was. */
  readonly said: Said | null;
}

/** What an interview needs. */
export interface Interview {
  readonly questions: readonly Question[];
  /** The marks on the line of time, in seconds; none for an interview without one. */
  readonly marks: readonly number[];
  readonly isSpoken: boolean;
  readonly isRecorded: boolean;
  /** Is told of all that was answered, and how many questions were not, when the last was or the learner ends it. */
  readonly onEnd: (turns: readonly Turn[], unanswered: number) => void;
}

/** The interview as an element of the page. */
export class InterviewView {
  private readonly with: Interview;
  private readonly frame = new Frame("Interview", button("End the interview", () => this.end()));
  private readonly turns: Turn[] = [];
  private at = 0;
  private tools: Tools | null = null;
  private isRecorded: boolean;

  constructor(needs: Interview) {
    this.with = needs;
    this.isRecorded = needs.isRecorded;
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  /** Shows the question that is next. */
  async show(): Promise<void> {
    const { length, [this.at]: question } = this.with.questions;
    if (!question) return this.end();
    this.frame.tell(`Question ${this.at + 1} of ${length}`, this.at, length);
    try {
      const html = (await loadDeck(question.lesson))[question.id];
      if (!this.element.isConnected) return;
      const laid = html === undefined ? null : laidOut(html);
      if (laid) this.place(question, laid);
      else await this.skip();
    } catch {
      this.frame.stage.replaceChildren(failure(UNLOADED, () => void this.show()));
    }
  }

  private place(question: Question, laid: Laid): void {
    const isLast = this.at + 1 === this.with.questions.length;
    const on = button(isLast ? "Finish" : "Next question", () => void this.take(question, laid), true);
    const tools = new Tools(question.asks, this.with.marks, on);
    this.tools = tools;
    const box = element("article", "card");
    const kind = element("p", "card-kind", "Answer aloud");
    box.append(kind, laid.question, tools.element);
    this.frame.stage.replaceChildren(box);
    moveFocus(laid.question);
    tools.time.start();
    if (this.with.isSpoken) tools.reader.read();
    if (this.isRecorded) void this.record(tools);
  }

  /** Who does not allow the microphone once is not asked for it again. */
  private async record({ take }: Tools): Promise<void> {
    const isOn = await take.start();
    if (!isOn && take === this.tools?.take) this.isRecorded = false;
  }

  private async take(question: Question, laid: Laid): Promise<void> {
    const { tools } = this;
    if (!tools) return;
    this.tools = null;
    this.turns.push({ question, laid, ran: tools.time.ran, said: await tools.hand() });
    await this.skip();
  }

  private async skip(): Promise<void> {
    this.at += 1;
    await this.show();
  }

  /** Ends it; the question that was being answered does not count. */
  private end(): void {
    this.tools?.leave();
    this.tools = null;
    this.with.onEnd(this.turns, this.with.questions.length - this.at);
  }
}
