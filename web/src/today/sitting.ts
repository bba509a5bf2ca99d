/** A sitting on the page: one thing after the other is asked for, graded, and gone. */
import { CardReview, takeBack, type Act } from "../cardreview";
import { StudyCard } from "../card";
import type { Course } from "../course";
import { articleOf } from "../deck";
import type { Desk } from "../desk";
import { button, element, moveFocus } from "../dom";
import { ANSWERED, answeredDetail, type Answered } from "../events";
import type { StudyItem } from "../item";
import type { Entry } from "../log/entry";
import { answerNews } from "../recording";
import type { Asked } from "../review/scope";
import { afterGrade, afterLeaving, sitting, type Session } from "../review/session";
import type { Standing } from "../review/standing";
import { GRADES, type Grade } from "../schedule";
import type { Settings } from "../settings";
import { loadDeck, loadItems } from "../site";

/** What a sitting needs. */
export interface Sitting {
  readonly desk: Desk;
  readonly course: Course;
  readonly settings: Settings;
  readonly asked: readonly Asked[];
  /** Where something of the course stands now. */
  readonly standing: (id: string) => Promise<Standing | null>;
  /** Is told of how it went when all is done, or when the learner has enough. */
  readonly onEnd: (session: Session) => void;
}

/** The sitting as an element of the page. */
export class SittingView {
  readonly element = element("section", "sitting");
  private readonly with: Sitting;
  private readonly by: ReadonlyMap<string, Asked>;
  private readonly count = element("p", "sitting-count");
  private readonly bar = element("progress", "sitting-bar");
  private readonly undoing = button("Undo", () => void this.undo());
  private readonly stage = element("div", "sitting-stage");
  private session: Session;
  /** The acts so far, the last at the end. */
  private acts: Act[] = [];

  constructor(needs: Sitting) {
    this.with = needs;
    this.by = new Map(needs.asked.map((each) => [each.id, each]));
    this.session = sitting(needs.asked.map(({ id }) => id));
    this.element.setAttribute("aria-label", "Review");
    this.bar.setAttribute("aria-label", "How far you are");
    const head = element("div", "sitting-head");
    const ways = element("p", "sitting-ways");
    ways.append(this.undoing, button("Enough for now", () => needs.onEnd(this.session)));
    head.append(this.count, this.bar, ways);
    this.element.append(head, this.stage);
    this.undoing.setAttribute("aria-keyshortcuts", "u");
  }

  /** Shows what is asked for now. */
  async show(): Promise<void> {
    const [id] = this.session.queue;
    const asked = id === undefined ? undefined : this.by.get(id);
    if (!asked) return this.with.onEnd(this.session);
    this.tell();
    try {
      const html = (await loadDeck(asked.lesson))[asked.id];
      if (asked.kind === "item") await loadItems();
      const standing = await this.with.standing(asked.id);
      if (html === undefined) return this.skip();
      this.place(html, asked, standing);
    } catch {
      this.stage.replaceChildren(failure(() => void this.show()));
    }
  }

  private tell(): void {
    const { queue, done } = this.session;
    const all = done + queue.length;
    this.count.textContent = `${done + 1} of ${all}`;
    this.bar.max = all;
    this.bar.value = done;
    this.undoing.hidden = this.acts.length === 0;
  }

  private place(html: string, asked: Asked, standing: Standing | null): void {
    const article = articleOf(html);
    this.stage.replaceChildren(origin(asked, this.with.course), article);
    const card = article.querySelector("study-card");
    const item = article.querySelector<StudyItem>("study-item");
    if (card instanceof StudyCard) this.reviewCard(card, standing);
    else if (item?.isReady) this.reviewItem(item);
    else void this.skip();
  }

  private reviewCard(card: StudyCard, standing: Standing | null): void {
    if (!card.back) return void this.skip();
    const { desk, settings } = this.with;
    const onAct = (act: Act): boolean => this.act(act);
    new CardReview(card, card.back, { desk, settings, standing, onAct, onUndo: () => void this.undo() });
    const ask = card.querySelector<HTMLElement>(".card-ask");
    if (!ask) return;
    ask.tabIndex = -1;
    moveFocus(ask);
  }

  /** The first answer is the grade; the reasons are read before one goes on. */
  private reviewItem(item: StudyItem): void {
    let act: Act | null = null;
    item.startAgain({ label: "Next", go: () => act && this.act(act) });
    item.addEventListener(ANSWERED, (event) => {
      const answer = answeredDetail(event);
      if (answer?.firstTry) act = this.answered(answer);
    });
    item.begin();
  }

  private answered(answer: Answered): Act {
    const { desk, settings } = this.with;
    const { id: about, edition } = answer;
    const grade = gradeOf(answer);
    const note = async (): Promise<(Entry | null)[]> => {
      const said = await desk.note(answerNews(answer, "review"));
      const reviewed = { kind: "reviewed", about, edition, grade, retention: settings.retention } as const;
      return [await desk.note(reviewed), said];
    };
    return { kind: "graded", isKnown: grade !== GRADES.again, entries: note() };
  }

  private act(act: Act): boolean {
    this.acts.push(act);
    this.session = act.kind === "graded" ? afterGrade(this.session, act.isKnown) : afterLeaving(this.session);
    void this.show();
    return true;
  }

  private async undo(): Promise<void> {
    const act = this.acts.pop();
    if (!act || !this.session.before) return;
    this.session = this.session.before;
    await takeBack(this.with.desk, act);
    await this.show();
  }

  /** Nothing that can be shown: on with the next. */
  private skip(): Promise<void> {
    this.session = { ...afterLeaving(this.session), before: this.session.before };
    return this.show();
  }
}

/** A right guess was luck for the most part. */
function gradeOf({ right, confidence }: Answered): Grade {
  if (right === false) return GRADES.again;
  return confidence === "guess" ? GRADES.hard : GRADES.good;
}

/** Where the thing comes from: its lesson. */
function origin({ lesson }: Asked, { lessons }: Course): HTMLElement {
  const found = lessons.find(({ id }) => id === lesson);
  return element("p", "sitting-origin", found ? `Day ${found.day} · ${found.title}` : "");
}

function failure(again: () => void): HTMLElement {
  const box = element("div", "empty");
  box.setAttribute("role", "alert");
  const words = element("p", "", "The cards of this lesson cannot be loaded. Are you offline?");
  box.append(words, button("Try again", again, true));
  return box;
}
