/** A thin line of time that fills while one speaks. It is silent but for one word at each of its marks. */
import { button, element } from "../dom";
import { clock, elapsed, markBetween, paused, share, started, STILL, type Stopwatch } from "./stopwatch";

/** What is said at each mark, in seconds. */
const SAYS: Readonly<Record<number, string>> = {
  60: "One minute: come to the end.",
  90: "Ninety seconds: that is enough.",
};
const TICK = 250;

/** The time of one answer. `marks` are in seconds, the last is where the line ends; without any it is hidden. */
export class Timeline {
  readonly element = element("div", "time");
  /** Starts it, pauses it, lets it go on. */
  readonly button = button("Start", () => this.toggle(), true);
  private readonly marks: readonly number[];
  private readonly line = element("div", "timeline");
  private readonly face = element("span", "time-face", clock(0));
  private readonly aim: HTMLElement;
  private readonly said = element("p", "time-said");
  private readonly onStart: () => void;
  private watch: Stopwatch = STILL;
  private beat = 0;
  /** The time that the line shows. */
  private shown = 0;

  constructor(marks: readonly number[], onStart: () => void = () => undefined) {
    this.marks = marks;
    this.onStart = onStart;
    this.line.setAttribute("aria-hidden", "true");
    this.line.append(element("span", "timeline-fill"), ...marks.slice(0, -1).map((mark) => this.notch(mark)));
    // A timer is silent: who wants to know looks at it.
    this.face.setAttribute("role", "timer");
    this.face.setAttribute("aria-label", "Time");
    this.aim = element("span", "time-aim", `of ${marks.join(" to ")} seconds`);
    this.said.setAttribute("role", "status");
    const row = element("p", "time-row");
    row.append(this.face, this.aim);
    this.element.append(this.line, row, this.said);
    this.element.hidden = this.button.hidden = marks.length === 0;
  }

  /** How long it has run, in ms. */
  get ran(): number {
    return elapsed(this.watch, performance.now());
  }

  /** Lets it run. */
  start(): void {
    if (this.beat === 0) this.beat = window.setInterval(() => this.tick(), TICK);
    this.watch = started(this.watch, performance.now());
    this.button.textContent = "Pause";
    this.button.classList.remove("is-primary");
    this.onStart();
  }

  /** Stops it; it may go on. */
  pause(): void {
    this.tick();
    window.clearInterval(this.beat);
    this.beat = 0;
    this.watch = paused(this.watch, performance.now());
    this.button.textContent = "Go on";
  }

  /** Stops it for good; it keeps what it shows. */
  end(): void {
    if (this.watch.since !== null) this.pause();
    this.button.hidden = true;
    this.said.textContent = "";
    if (this.ran === 0) this.element.hidden = true;
  }

  private toggle(): void {
    if (this.watch.since === null) this.start();
    else this.pause();
  }

  private tick(): void {
    const { ran } = this;
    const passed = markBetween(this.shown, ran, this.marks);
    this.shown = ran;
    this.face.textContent = clock(ran);
    this.line.style.setProperty("--share", `${share(ran, this.marks[this.marks.length - 1] ?? 0) * 100}%`);
    if (passed === null) return;
    this.said.textContent = SAYS[passed] ?? "";
    this.element.classList.toggle("is-over", passed === this.marks[this.marks.length - 1]);
  }

  private notch(mark: number): HTMLElement {
    const notch = element("span", "timeline-notch");
    notch.style.setProperty("--at", `${share(mark * 1000, this.marks[this.marks.length - 1] ?? mark) * 100}%`);
    return notch;
  }
}
