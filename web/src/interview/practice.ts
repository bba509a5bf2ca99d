/** Practice: one question after the other is answered aloud, compared, graded, and followed by another. */
import { CardReview, takeBack, type Act } from "../cardreview";
import type { Course } from "../course";
import { originOf } from "../deck";
import type { Desk } from "../desk";
import { button, element, moveFocus } from "../dom";
import { failure } from "../failure";
import { Frame } from "../frame";
import type { Standing } from "../review/standing";
import type { Settings } from "../settings";
import { loadDeck } from "../site";
import { headed, laidOut, wordsOf, type FollowUp, type Laid } from "./layout";
import type { Question } from "./questions";
import { UNLOADED } from "./staging";
import { Tools } from "./tools";

/** An answer is to take from 60 to 90 seconds. */
const MARKS = [60, 90];

/** What a practice needs. */
export interface Practice {
  readonly desk: Desk;
  readonly course: Course;
  readonly settings: Settings;
  /** What is asked, in order. */
  readonly questions: readonly Question[];
  /** Whatever a follow-up may lead to. */
  readonly all: readonly Question[];
  /** Where a card stands now. */
  readonly standing: (id: string) => Promise<Standing | null>;
  /** Is told when the learner has enough, or all was asked. */
  readonly onEnd: () => void;
}

/** The practice as an element of the page. */
export class PracticeView {
  private readonly with: Practice;
  private readonly undoing = button("Undo", () => void this.undo());
  private readonly frame = new Frame(
    "Practice",
    this.undoing,
    button("Next question", () => void this.next()),
    button("Enough for now", () => this.end()),
  );
  private at = 0;
  private tools: Tools | null = null;
  /** The ids that were asked, so that no follow-up asks them again. */
  private readonly asked = new Set<string>();
  /** The acts so far, each with the way back to its question. */
  private readonly acts: { readonly act: Act; readonly again: () => Promise<void> }[] = [];

  constructor(needs: Practice) {
    this.with = needs;
    this.undoing.setAttribute("aria-keyshortcuts", "u");
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  /** Shows the question that is next. */
  async show(): Promise<void> {
    const question = this.with.questions[this.at];
    if (!question) return this.end();
    await this.ask(question, false);
  }

  /** Leaves the step: nothing may run, and nothing is kept of it. */
  leave(): void {
    this.tools?.leave();
    this.tools = null;
  }

  private end(): void {
    this.leave();
    this.with.onEnd();
  }

  private async next(): Promise<void> {
    this.at += 1;
    await this.show();
  }

  private async ask(question: Question, isFollowUp: boolean): Promise<void> {
    this.leave();
    this.tell(isFollowUp);
    try {
      const html = (await loadDeck(question.lesson))[question.id];
      const laid = html === undefined ? null : laidOut(html);
      if (!laid) return await this.next();
      const standing = await this.with.standing(question.id);
      // The learner may have had enough while this was loading.
      if (!this.element.isConnected) return;
      this.asked.add(question.id);
      this.place(question, laid, standing, isFollowUp);
    } catch {
      this.frame.stage.replaceChildren(failure(UNLOADED, () => void this.ask(question, isFollowUp)));
    }
  }

  private tell(isFollowUp: boolean): void {
    const { length } = this.with.questions;
    this.frame.tell(isFollowUp ? "Follow-up" : `${this.at + 1} of ${length}`, this.at, length);
    this.undoing.hidden = this.acts.length === 0;
  }

  private place(question: Question, laid: Laid, standing: Standing | null, isFollowUp: boolean): void {
    const { desk, settings, course } = this.with;
    const { article, card, back, question: heading } = laid;
    const tools = this.prepare(question.asks, button("Show the answer", () => (back.open = true)));
    heading.after(...cues(wordsOf(laid.boxes, standing?.missedPoints ?? [])), tools.element);
    back.addEventListener("toggle", () => {
      if (!back.open) return;
      void tools.end();
      moveFocus(laid.answer);
    });
    const { at } = this;
    const again = (): Promise<void> => {
      this.at = at;
      return this.ask(question, isFollowUp);
    };
    const onAct = (act: Act): boolean => {
      this.acts.push({ act, again });
      if (isFollowUp || act.kind !== "graded") void this.next();
      else void this.follow(laid.followUps);
      return true;
    };
    new CardReview(card, back, { desk, settings, standing, onAct, onUndo: () => void this.undo() });
    const lead = isFollowUp ? [element("p", "lead", "They go on to ask:")] : [];
    this.frame.stage.replaceChildren(originOf(question, course), ...lead, article);
    moveFocus(heading);
  }

  /** The tools of a step, speaking where the learner wants that. */
  private prepare(asks: string, on: HTMLButtonElement): Tools {
    this.leave();
    const tools = new Tools(asks, MARKS, on);
    this.tools = tools;
    if (this.with.settings.aloud) tools.reader.read();
    return tools;
  }

  /** Asks the first follow-up that was not asked yet. */
  private async follow(followUps: readonly FollowUp[]): Promise<void> {
    for (const each of followUps) {
      if (each.kind === "question") return this.askOn(each);
      const question = this.with.all.find(({ id }) => id === each.id);
      if (question && !this.asked.has(question.id)) return this.ask(question, true);
    }
    await this.next();
  }

  private askOn({ ask, answer }: FollowUp & { kind: "question" }): void {
    this.leave();
    this.tell(true);
    const box = element("article", "card follow-up");
    const heading = headed("h3", "card-ask", ask);
    const on = button("Show the answer", () => {
      void tools.end();
      const head = element("h4", "beside-head", "A short answer");
      head.tabIndex = -1;
      const said = element("div", "card-answer");
      said.append(answer);
      const row = element("p", "actions");
      row.append(button("Go on", () => void this.next(), true));
      box.append(head, said, row);
      moveFocus(head);
    });
    const tools = this.prepare(heading.textContent ?? "", on);
    box.append(heading, tools.element);
    this.frame.stage.replaceChildren(element("p", "lead", "They go on to ask:"), box);
    moveFocus(heading);
  }

  private async undo(): Promise<void> {
    const last = this.acts.pop();
    if (!last) return;
    await takeBack(this.with.desk, await last.act.entries);
    await last.again();
  }
}

/** What was missing last time comes first; then the whole is asked for. */
function cues(points: readonly string[]): Node[] {
  if (points.length === 0) return [];
  const box = element("div", "cues");
  const list = element("ul", "");
  list.append(...points.map((point) => element("li", "", point)));
  box.append(element("p", "cues-head", "Last time you left out:"), list, element("p", "", "Now give the whole answer."));
  return [box];
}
