/** A card under review: its grades once it is open, and the ways to put it off, to set it aside, to take that back. */
import { listenToKeys } from "./cardkeys";
import type { Desk } from "./desk";
import { element, moveFocus, quiet } from "./dom";
import { gradeBar, NAMES } from "./gradebar";
import { intervalInFull } from "./interval";
import type { Entry, News } from "./log/entry";
import { endOfDay } from "./review/day";
import type { Standing } from "./review/standing";
import { graded, GRADES, unseen, type Grade } from "./schedule";
import type { Settings } from "./settings";
import { suggestedBy, tickedNews } from "./ticks";

/** What a learner did with a card. */
export interface Act {
  readonly kind: "graded" | "buried" | "suspended";
  /** Whether the answer was known; true for what is put off. */
  readonly isKnown: boolean;
  /** What the act wrote down, the last first; null where there was no room. */
  readonly entries: Promise<readonly (Entry | null)[]>;
}

/** What a review needs. */
export interface Reviewing {
  readonly desk: Desk;
  readonly settings: Settings;
  readonly standing: Standing | null;
  /** Is told of each act. Where it returns true, the card goes; else it says here what came of it. */
  readonly onAct: (act: Act) => boolean;
  /** Takes back the act before this card; for the key. */
  readonly onUndo?: () => void;
}

/** Gives a card that stands on the page its review. */
export class CardReview {
  private readonly card: HTMLElement;
  private readonly back: HTMLDetailsElement;
  private readonly with: Reviewing;
  private readonly foot = element("div", "card-foot");
  private standing: Standing | null;
  private last: Act | null = null;

  constructor(card: HTMLElement, back: HTMLDetailsElement, reviewing: Reviewing) {
    this.card = card;
    this.back = back;
    this.with = reviewing;
    this.standing = reviewing.standing;
    back.after(this.foot);
    back.addEventListener("toggle", () => this.show());
    for (const box of this.boxes) box.addEventListener("change", () => this.show());
    if (reviewing.settings.keys) listenToKeys(card, this);
    this.sayEdited();
    this.show();
  }

  /** Opens the card, or gives it the grade that is meant by going on: known. */
  goOn(): void {
    if (!this.back.open) this.back.open = true;
    else if (!this.last) this.grade(GRADES.good);
  }

  /** Gives the card the grade at a place in the row, from 1, once it is open. */
  choose(place: number): void {
    const [, grade] = NAMES[this.with.settings.grades]?.[place - 1] ?? [];
    if (grade && this.back.open && !this.last) this.grade(grade);
  }

  /** Takes back what was done last with this card, else what was done before it. */
  undo(): void {
    if (this.last) void this.takeBack(this.last);
    else this.with.onUndo?.();
  }

  private get boxes(): readonly HTMLInputElement[] {
    return [...this.back.querySelectorAll<HTMLInputElement>(".points input")];
  }

  private show(): void {
    if (this.last) return;
    this.foot.hidden = !this.back.open;
    if (!this.back.open) return;
    const { settings } = this.with;
    const now = Date.now();
    const memory = this.standing?.memory ?? unseen(now);
    const choose = (grade: Grade): void => this.grade(grade);
    const suggested = suggestedBy(this.boxes, settings.grades);
    const bar = gradeBar({ memory, now, retention: settings.retention, grades: settings.grades, suggested, choose });
    this.foot.replaceChildren(bar, this.leaving());
  }

  private leaving(): HTMLElement {
    const row = element("p", "card-ways");
    row.append(
      quiet("Not today", () => this.leave("buried", { kind: "buried", about: this.id, until: endOfDay(Date.now()) })),
      quiet("Set aside", () => this.leave("suspended", { kind: "suspended", about: this.id, on: true })),
    );
    return row;
  }

  private get id(): string {
    return this.card.dataset["id"] ?? "";
  }

  private grade(grade: Grade): void {
    const { desk, settings, onAct } = this.with;
    const edition = this.card.dataset["edition"] ?? "";
    const entries = noteAll(desk, [
      ...tickedNews(this.id, edition, this.boxes),
      { kind: "reviewed", about: this.id, edition, grade, retention: settings.retention },
    ]);
    const act: Act = { kind: "graded", isKnown: grade !== GRADES.again, entries };
    if (onAct(act)) return;
    const now = Date.now();
    const { due } = graded(this.standing?.memory ?? unseen(now), grade, now, settings.retention);
    this.say(`Comes back in ${intervalInFull(due - now)}.`, act);
  }

  private leave(kind: "buried" | "suspended", news: News): void {
    const act: Act = { kind, isKnown: true, entries: noteAll(this.with.desk, [news]) };
    if (this.with.onAct(act)) return;
    this.say(kind === "buried" ? "Not asked again today." : "Set aside: it is not asked any more.", act);
  }

  /** Says what came of it; the focus goes there, since the button it was on is gone. */
  private say(words: string, act: Act): void {
    this.last = act;
    const line = element("p", "card-said", words);
    line.tabIndex = -1;
    const row = element("p", "card-ways");
    row.append(quiet("Undo", () => void this.takeBack(act)));
    this.foot.replaceChildren(line, row);
    moveFocus(line);
  }

  private async takeBack(act: Act): Promise<void> {
    this.last = null;
    await takeBack(this.with.desk, await act.entries);
    this.show();
    const first = this.foot.querySelector<HTMLElement>("button");
    if (first) moveFocus(first);
  }

  private sayEdited(): void {
    const known = this.standing?.edition;
    if (!known || known === this.card.dataset["edition"]) return;
    this.card.querySelector(".card-kind")?.append(element("span", "edited", " · edited since you last answered"));
  }
}

/** Takes back what was written down, in this order; null where there was no room for it. */
export async function takeBack(desk: Desk, entries: readonly (Entry | null)[]): Promise<void> {
  for (const entry of entries) {
    if (entry) await desk.note({ kind: "undone", about: entry.about, entry: entry.id });
  }
}

/** Notes one after the other, so that their places are in order. */
async function noteAll(desk: Desk, news: readonly News[]): Promise<(Entry | null)[]> {
  const noted: (Entry | null)[] = [];
  for (const each of news) noted.unshift(await desk.note(each));
  return noted;
}
