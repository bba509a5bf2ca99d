/** The frame of whatever is asked one after the other: how far one is, what can be done at any time, the thing itself. */
import { element } from "./dom";

/** A frame. What is asked comes into its stage. */
export class Frame {
  readonly element = element("section", "sitting");
  readonly stage = element("div", "sitting-stage");
  private readonly count = element("p", "sitting-count");
  private readonly bar = element("progress", "sitting-bar");

  constructor(label: string, ...ways: readonly Node[]) {
    this.element.setAttribute("aria-label", label);
    this.bar.setAttribute("aria-label", "How far you are");
    const head = element("div", "sitting-head");
    const row = element("p", "sitting-ways");
    row.append(...ways);
    head.append(this.count, this.bar, row);
    this.element.append(head, this.stage);
  }

  /** Says in words and by the bar how far one is: so many of all are done. */
  tell(words: string, done: number, all: number): void {
    this.count.textContent = words;
    this.bar.max = all;
    this.bar.value = done;
  }
}
