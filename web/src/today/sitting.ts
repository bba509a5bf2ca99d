/** A sitting on the page: one thing after the other is asked for, graded, and gone. */
import { CardReview, takeBack, type Act } from "../cardreview";
import { StudyCard } from "../card";
import type { Course } from "../course";
import { articleOf, originOf } from "../deck";
import type { Desk } from "../desk";
import { button, moveFocus } from "../dom";
import { ANSWERED, answeredDetail, type Answered } from "../events";
import { failure } from "../failure";
import { Frame } from "../frame";
import type { StudyItem } from "../item";
import type { Entry } from "../log/entry";
import { answerNews } from "../recording";
import type { Asked } from "../review/scope";
import { afterGrade, afterLeaving, sitting, type Session } from "../review/session";
import type { Standing } from "../review/standing";
import { GRADES, type Grade } from "../schedule";
import type { Settings } from "../settings";
import { loadDeck, loadItems, loadType } from "../site";

/** What a sitting needs. */
export interface Sitting {
  readonly desk: Desk;
  readonly course: Course;
  readonly settings: Settings;
  readonly asked: readonly Asked[];
  /** Where something of the course stands now. */
  readonly standing: (id: string) => Promise<Standing | null>;
  /** Is told of how it went when all is done, or when the learner has enough. */
  readonly onEnd: (ended: Ended) => void;
}

/** A sitting that is over. */
export interface Ended {
  readonly session: Session;
  /** Whether there is something to take back: the sitting goes on then, with what was asked last. */
  readonly canUndo: boolean;
}

/** What is asked, before it is placed. */
interface LaidOut {
  readonly article: Element;
  readonly standing: Standing | null;
}

const UNLOADED = "The cards of this lesson cannot be loaded. Are you offline?";

/** The sitting as an element of the page. */
export class SittingView {
  private readonly with: Sitting;
  private readonly by: ReadonlyMap<string, Asked>;
  private readonly undoing = button("Undo", () => void this.undo());
  private readonly enough = button("Enough for now", () => void this.end());
  private readonly frame = new Frame("Review", this.undoing, this.enough);
  private session: Session;
  private laid: { readonly id: string; readonly out: Promise<LaidOut | null> } | null = null;
  /** The acts so far, the last at the end. */
  private acts: Act[] = [];

  constructor(needs: Sitting) {
    this.with = needs;
    this.by = new Map(needs.asked.map((each) => [each.id, each]));
    this.session = sitting(needs.asked.map(({ id }) => id));
    this.undoing.setAttribute("aria-keyshortcuts", "u");
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  /** Shows what is asked for now. */
  async show(): Promise<void> {
    const [id, next] = this.session.queue;
    const asked = id === undefined ? undefined : this.by.get(id);
    if (!asked) return this.end();
    this.tell();
    const { laid } = this;
    this.laid = null;
    try {
      const out = await (laid?.id === asked.id ? laid.out : this.layOut(asked));
      if (out === null) return this.skip();
      this.place(out.article, asked, out.standing);
    } catch {
      this.frame.stage.replaceChildren(failure(UNLOADED, () => void this.show()));
      return;
    }
    const following = next === undefined ? undefined : this.by.get(next);
    if (following) this.layAhead(following);
  }

  /** What is asked next is laid out beforehand: a grade waits neither for the log nor for its words. */
  private layAhead(asked: Asked): void {
    const laid = { id: asked.id, out: this.layOut(asked) };
    this.laid = laid;
    laid.out.catch(() => {
      if (this.laid === laid) this.laid = null; // it is tried anew, and told, when it is asked for
    });
  }

  /** Null where the lesson's deck does not have it. */
  private async layOut(asked: Asked): Promise<LaidOut | null> {
    const html = (await loadDeck(asked.lesson))[asked.id];
    if (html === undefined) return null;
    const article = articleOf(html);
    if (asked.kind === "item") await Promise.all([loadItems(), loadType(article)]);
    const [last] = this.acts.slice(-1);
    await last?.entries;
    return { article, standing: await this.with.standing(asked.id) };
  }

  private tell(): void {
    const { queue, done } = this.session;
    const all = done + queue.length;
    this.frame.tell(`${done + 1} of ${all}`, done, all);
    this.undoing.hidden = this.acts.length === 0;
  }

  private place(article: Element, asked: Asked, standing: Standing | null): void {
    this.frame.stage.replaceChildren(originOf(asked, this.with.course), article);
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
    card.back.addEventListener("toggle", () => showFrom(ask, card));
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

  /** Ends once the log has what the last act wrote, since the day is worked out from there. */
  private async end(): Promise<void> {
    const [last] = this.acts.slice(-1);
    await last?.entries;
    this.with.onEnd({ session: this.session, canUndo: last !== undefined });
  }

  /** Takes back the last act, and asks again for what it was about. */
  async undo(): Promise<void> {
    const act = this.acts.pop();
    if (!act || !this.session.before) return;
    this.session = this.session.before;
    await takeBack(this.with.desk, await act.entries);
    await this.show();
  }

  /** Nothing that can be shown: on with the next. */
  private skip(): Promise<void> {
    this.session = { ...afterLeaving(this.session), before: this.session.before };
    return this.show();
  }
}

/** Where a card is open and does not fit the window, its question comes to the top, and the answer is in sight. */
function showFrom(ask: HTMLElement, card: StudyCard): void {
  const isWhole = card.getBoundingClientRect().bottom <= document.documentElement.clientHeight;
  if (card.back?.open && !isWhole) ask.scrollIntoView({ block: "start", behavior: "auto" });
}

/** A right guess was luck for the most part. */
function gradeOf({ right, confidence }: Answered): Grade {
  if (right === false) return GRADES.again;
  return confidence === "guess" ? GRADES.hard : GRADES.good;
}
