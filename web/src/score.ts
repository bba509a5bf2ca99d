/** <study-score>: how the page's questions went so far. Not a live region: each item speaks for itself. */
import { button, element, moveFocus } from "./dom";
import { ANSWERED, answeredDetail } from "./events";
import { StudyItem } from "./item";
import { inWords, isComplete, isMissed, record, retriedInWords, type Tally } from "./tally";

/** The score of a page. Until the first answer it says what the static page says. */
export class StudyScore extends HTMLElement {
  private tally: Tally = new Map();
  /** The questions of a round with the missed ones alone; null while all are asked. */
  private missed: readonly StudyItem[] | null = null;
  private readonly listen = (event: Event): void => this.count(event);

  connectedCallback(): void {
    document.addEventListener(ANSWERED, this.listen);
  }

  disconnectedCallback(): void {
    document.removeEventListener(ANSWERED, this.listen);
  }

  /** The questions that are asked: all of the page, or those that were missed. */
  private get asked(): readonly StudyItem[] {
    return this.missed ?? readyItems();
  }

  private count(event: Event): void {
    const answer = answeredDetail(event);
    if (answer === null || !this.asked.some((item) => item === event.target)) return;
    this.tally = record(this.tally, answer);
    this.show();
  }

  private show(): void {
    const total = this.asked.length;
    const complete = isComplete(this.tally, total);
    const words = (this.missed ? retriedInWords : inWords)(this.tally, total);
    const line = element("span", "score-line", words);
    line.tabIndex = -1;
    this.dataset["state"] = complete ? "done" : "counting";
    this.replaceChildren(line);
    if (complete) this.append(this.ways());
  }

  /** What can be done once all is answered. */
  private ways(): HTMLElement {
    const ways = element("span", "score-ways");
    const missed = this.asked.filter((item) => isMissed(this.tally, item.dataset["id"] ?? ""));
    if (missed.length > 0) ways.append(button("Retry the missed ones", () => this.retry(missed)));
    ways.append(button("Again from the start", () => this.startAgain()));
    return ways;
  }

  /** Only the missed ones start again, and each leads to the next; the last leads back here. */
  private retry(missed: readonly StudyItem[]): void {
    missed.forEach((item, at) => {
      const next = missed[at + 1];
      item.startAgain(
        next
          ? { label: "Next missed question", go: () => next.begin() }
          : { label: "See how it went", go: () => this.tell() },
      );
    });
    this.begin(missed, missed);
  }

  private startAgain(): void {
    const items = readyItems();
    for (const item of items) item.startAgain();
    this.begin(items, null);
  }

  private begin([first]: readonly StudyItem[], missed: readonly StudyItem[] | null): void {
    this.missed = missed;
    this.tally = new Map();
    this.show();
    first?.begin();
  }

  private tell(): void {
    const line = this.querySelector<HTMLElement>(".score-line");
    if (line) moveFocus(line);
  }
}

function readyItems(): StudyItem[] {
  const items = [...document.querySelectorAll("study-item")];
  return items.filter((item): item is StudyItem => item instanceof StudyItem && item.isReady);
}
