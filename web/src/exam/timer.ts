/** The time that is left, on the page: a quiet line, with more time or none of it at any moment. */
import { button, element } from "../dom";
import { extended, left, leftInWords, MORE, unlimited, warning, type Clock } from "./clock";

/** What a timer tells. */
export interface Hearing {
  /** The limit is another. */
  readonly onChange: (clock: Clock) => void;
  /** The time is over. */
  readonly onOver: () => void;
}

/** A clock on the page, from its first tick until it is stopped. */
export class Timer {
  readonly element = element("div", "exam-timer");
  /** What is said aloud: where 5 minutes are left and where 1 is, and what became of the limit. */
  readonly said = element("p", "exam-said");
  private readonly line = element("span", "exam-left");
  private readonly ways = element("span", "exam-limits");
  private readonly hearing: Hearing;
  private clock: Clock;
  private before: number;
  private ticking = 0;

  constructor(clock: Clock, hearing: Hearing) {
    this.clock = clock;
    this.hearing = hearing;
    this.before = Infinity;
    this.line.setAttribute("role", "timer");
    this.line.setAttribute("aria-live", "off");
    this.said.setAttribute("role", "status");
    this.ways.append(
      button(`Add ${MORE} minutes`, () => this.extend()),
      button("Turn the limit off", () => this.turnOff()),
    );
    this.element.append(this.line, this.ways);
  }

  /** Begins to tick. Where the time is over already, that is told at once. */
  start(): void {
    this.before = Math.max(1, left(this.clock, Date.now()) ?? Infinity);
    this.ticking = window.setInterval(() => this.tick(), 1000);
    this.tick();
  }

  stop(): void {
    window.clearInterval(this.ticking);
  }

  /** Gives more time. */
  extend(): void {
    this.change(extended(this.clock, Date.now()));
    const now = left(this.clock, Date.now());
    if (now !== null) this.said.textContent = `${MORE} minutes more: ${leftInWords(now)}.`;
  }

  turnOff(): void {
    this.change(unlimited(this.clock));
    this.said.textContent = "The limit is off. Take the time that you need.";
  }

  private change(clock: Clock): void {
    this.clock = clock;
    this.before = left(clock, Date.now()) ?? Infinity;
    this.tick();
    this.hearing.onChange(clock);
  }

  private tick(): void {
    const now = left(this.clock, Date.now());
    this.element.hidden = now === null;
    if (now === null) return;
    const words = leftInWords(now);
    if (this.line.textContent !== words) this.line.textContent = words;
    const say = warning(this.before, now);
    if (say) this.said.textContent = say;
    const isOver = now === 0 && this.before > 0;
    this.before = now;
    this.ways.hidden = now === 0;
    if (isOver) this.hearing.onOver();
  }
}
