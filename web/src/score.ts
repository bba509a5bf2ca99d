/** <study-score>: how the page's questions went so far. Not a live region: each item speaks for itself. */
import { button, element } from "./dom";
import { ANSWERED, answeredDetail } from "./events";
import { StudyItem } from "./item";
import { inWords, isComplete, record, type Tally } from "./tally";

/** The score of a page. Until the first answer it says what the static page says. */
export class StudyScore extends HTMLElement {
  private tally: Tally = new Map();
  private readonly listen = (event: Event): void => this.count(event);

  connectedCallback(): void {
    document.addEventListener(ANSWERED, this.listen);
  }

  disconnectedCallback(): void {
    document.removeEventListener(ANSWERED, this.listen);
  }

  private count(event: Event): void {
    const answer = answeredDetail(event);
    if (answer === null) return;
    this.tally = record(this.tally, answer);
    this.show();
  }

  private show(): void {
    const total = readyItems().length;
    const complete = isComplete(this.tally, total);
    this.dataset["state"] = complete ? "done" : "counting";
    this.replaceChildren(element("span", "score-line", inWords(this.tally, total)));
    if (complete) this.append(" ", button("Start again", () => this.startAgain()));
  }

  private startAgain(): void {
    const items = readyItems();
    for (const item of items) item.startAgain();
    this.tally = new Map();
    this.show();
    items[0]?.begin();
  }
}

function readyItems(): StudyItem[] {
  const items = [...document.querySelectorAll("study-item")];
  return items.filter((item): item is StudyItem => item instanceof StudyItem && item.isReady);
}
