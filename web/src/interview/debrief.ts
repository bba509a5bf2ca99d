/** The debrief of a mock interview: each answer beside its model, the points to tick, what they come to, to be printed. */
import { takeBack } from "../cardreview";
import type { Course } from "../course";
import type { Desk } from "../desk";
import { button, element, moveFocus } from "../dom";
import { linkTo } from "../links";
import type { Entry } from "../log/entry";
import type { Grade } from "../schedule";
import type { Settings } from "../settings";
import { suggestedBy, tickedNews } from "../ticks";
import { many } from "../wording";
import { countedInWords, ruleInWords, unansweredInWords } from "./counting";
import type { Turn } from "./interviewing";
import { clock } from "./stopwatch";
import { byLesson, sumInWords, sumOf, type Made, type Result } from "./sum";
import { player } from "./take";

/** What a debrief needs. */
export interface Debrief {
  readonly desk: Desk;
  readonly course: Course;
  readonly settings: Settings;
  readonly turns: readonly Turn[];
  /** How many questions were not answered, since the interview was ended before. */
  readonly unanswered: number;
  /** Is told when the learner wants another interview. */
  readonly onEnd: () => void;
}

/** How long ticks may still change before they are written down, in ms. */
const PATIENCE = 1500;

/** The debrief as an element of the page. */
export class DebriefView {
  readonly element = element("section", "debrief");
  private readonly with: Debrief;
  private readonly head = element("h3", "debrief-head", "Debrief");
  private readonly sum = element("p", "debrief-sum");
  private readonly topics = element("div", "");
  private readonly foot = element("div", "debrief-foot");
  /** The turns whose ticks were changed since they were written down. */
  private readonly changed = new Set<Turn>();
  /** What was written down of each turn's ticks. */
  private readonly written = new Map<Turn, Entry>();
  private waiting = 0;

  constructor(needs: Debrief) {
    this.with = needs;
    const { turns, unanswered } = needs;
    this.head.tabIndex = -1;
    this.element.setAttribute("aria-label", "Debrief");
    const list = element("ol", "debrief-list");
    list.append(...turns.map((turn, at) => this.row(turn, at + 1)));
    const facts = [element("p", "debrief-facts", factsOf(turns))];
    if (unanswered > 0) facts.push(element("p", "debrief-facts", unansweredInWords(unanswered)));
    this.element.append(this.head, ...facts, this.sum, this.topics, list, this.foot);
    this.add();
    this.offer();
  }

  /** Moves the focus to its beginning. */
  begin(): void {
    moveFocus(this.head);
    this.element.scrollIntoView({ block: "start" });
  }

  /** Writes down what was ticked since the last time. */
  async keep(): Promise<void> {
    window.clearTimeout(this.waiting);
    const turns = [...this.changed];
    this.changed.clear();
    for (const turn of turns) await this.keepTicks(turn);
  }

  private row(turn: Turn, number: number): HTMLElement {
    const { laid, question, ran, said } = turn;
    const row = element("li", "card debrief-answer");
    const facts = element("p", "card-kind", ran > 0 ? `Question ${number} · ${clock(ran)} spoken` : `Question ${number}`);
    row.append(facts, laid.question, ...(said ? [player(said, `Answer ${number}`)] : []), laid.beside);
    laid.answer.append(element("span", "visually-hidden", ` to: ${question.asks}`));
    for (const box of laid.boxes) box.addEventListener("change", () => this.change(turn));
    return row;
  }

  private change(turn: Turn): void {
    this.changed.add(turn);
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.keep(), PATIENCE);
    this.add();
  }

  /** Adds the points up. */
  private add(): void {
    const results = this.with.turns.map(resultOf);
    this.sum.textContent = sumInWords(sumOf(results));
    const isTicked = results.some(({ made }) => made > 0);
    const weak = isTicked ? byLesson(results).filter(({ made, all }) => made < all) : [];
    const list = element("ul", "debrief-topics");
    list.append(...weak.map((result) => this.topic(result)));
    this.topics.replaceChildren(element("p", "debrief-weak", "To read again, the weakest first:"), list);
    this.topics.hidden = weak.length === 0;
  }

  private topic({ lesson, made, all }: Result): HTMLElement {
    const row = element("li", "");
    const found = this.with.course.lessons.find(({ id }) => id === lesson);
    if (!found) return row;
    row.append(linkTo(found.title, found.page), element("span", "", `${made} of ${many(all, "point")}`));
    return row;
  }

  private offer(): void {
    const { grades } = this.with.settings;
    const count = button("Count this as a review", () => void this.count(), true);
    this.foot.replaceChildren(element("p", "debrief-say", `${COUNTING} ${ruleInWords(grades)}`), this.ways(count));
  }

  private ways(...first: Node[]): HTMLElement {
    const row = element("p", "actions");
    row.append(
      ...first,
      button("Print", () => void this.keep().then(() => window.print())),
      button("Another interview", () => void this.keep().then(this.with.onEnd)),
    );
    return row;
  }

  /** Gives each card whose points were ticked the grade that they suggest. */
  private async count(): Promise<void> {
    await this.keep();
    const { desk, settings, turns } = this.with;
    const entries: (Entry | null)[] = [];
    const given: Grade[] = [];
    for (const { laid, question } of turns) {
      const grade = suggestedBy(laid.boxes, settings.grades);
      if (grade === null) continue;
      given.push(grade);
      const edition = laid.card.dataset["edition"] ?? "";
      const { retention } = settings;
      entries.unshift(await desk.note({ kind: "reviewed", about: question.id, edition, grade, retention }));
    }
    this.say(countedInWords(given, turns.length), entries);
  }

  /** Says what came of it; the focus goes there, since the button it was on is gone. */
  private say(words: string, entries: readonly (Entry | null)[]): void {
    const line = element("p", "debrief-say", words);
    line.tabIndex = -1;
    const again = entries.length > 0
      ? button("Undo", () => void this.takeBack(entries))
      : button("Count this as a review", () => void this.count(), true);
    this.foot.replaceChildren(line, this.ways(again));
    moveFocus(line);
  }

  private async takeBack(entries: readonly (Entry | null)[]): Promise<void> {
    await takeBack(this.with.desk, entries);
    this.offer();
    const first = this.foot.querySelector("button");
    if (first) moveFocus(first);
  }

  /** What was ticked and is no more is taken back. */
  private async keepTicks(turn: Turn): Promise<void> {
    const { desk } = this.with;
    const { id } = turn.question;
    const [news] = tickedNews(id, turn.laid.card.dataset["edition"] ?? "", turn.laid.boxes);
    const before = this.written.get(turn);
    const noted = news ? await desk.note(news) : null;
    if (noted) this.written.set(turn, noted);
    else this.written.delete(turn);
    if (before) await desk.note({ kind: "undone", about: id, entry: before.id });
  }
}

const COUNTING =
  "Your ticks are kept, and what you left out is cued the next time. You may also let them grade these cards.";

function resultOf({ question, laid }: Turn): Result {
  const made: Made = { made: laid.boxes.filter(({ checked }) => checked).length, all: laid.boxes.length };
  return { lesson: question.lesson, ...made };
}

function factsOf(turns: readonly Turn[]): string {
  const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const ran = turns.reduce((sum, turn) => sum + turn.ran, 0);
  const facts = ["Mock interview", date, many(turns.length, "question")];
  return [...facts, ...(ran > 0 ? [`${clock(ran)} spoken`] : [])].join(" · ");
}
