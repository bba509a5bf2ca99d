/** What stands below a question while it is answered aloud: the time, the recording, the buttons of the step. */
import { element } from "../dom";
import { Reader } from "./speech";
import { TakeView, type Said } from "./take";
import { Timeline } from "./timeline";

/** The tools of one answer. */
export class Tools {
  readonly element = element("div", "tools");
  readonly time: Timeline;
  readonly take = new TakeView();
  readonly reader: Reader;

  /** `asks` is the question as text; `on` is the step's own button, which leads on. */
  constructor(asks: string, marks: readonly number[], on: HTMLButtonElement) {
    this.reader = new Reader(asks);
    this.time = new Timeline(marks, () => {
      this.reader.stop();
      on.classList.add("is-primary");
    });
    const row = element("p", "actions");
    row.append(this.time.button, on, this.reader.button, this.take.button);
    this.element.append(this.time.element, row, this.take.element);
  }

  /** The answer was given: nothing runs any more; what was recorded can be played. */
  async end(): Promise<void> {
    this.quieten();
    await this.take.stop();
  }

  /** The answer was given, and the step is left: what was recorded goes with the caller. */
  async hand(): Promise<Said | null> {
    this.quieten();
    return this.take.hand();
  }

  /** The step is left: nothing runs any more, and what was recorded is deleted. */
  leave(): void {
    this.quieten();
    this.take.drop();
  }

  private quieten(): void {
    this.reader.stop();
    this.time.end();
    this.element.classList.add("is-over");
  }
}
