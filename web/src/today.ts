/** <study-today>: what is due, how long it takes, and the sitting in which it is asked for. */
import { StudyCard } from "./card";
import { settingsIn } from "./chosen";
import type { Course } from "./course";
import { openDesk, type Desk } from "./desk";
import { moveFocus } from "./dom";
import { failed } from "./failure";
import { agenda } from "./review/agenda";
import { isTimeToExport } from "./review/reminder";
import { namesOf } from "./log/renamed";
import type { Asked } from "./review/scope";
import { known, standingIn } from "./review/standings";
import type { Settings } from "./settings";
import { loadCourse } from "./site";
import { MINUTE } from "./time";
import { exportReminder, showEnded, showOverview } from "./today/overview";
import { SittingView } from "./today/sitting";
import { tellTrouble } from "./trouble";

/** The page for the day. */
class StudyToday extends HTMLElement {
  private isSitting = false;
  /** How the sitting before went; it stays until the next begins. */
  private ended: HTMLElement | null = null;
  private timer = 0;

  connectedCallback(): void {
    this.open().catch(() => failed(this));
  }

  private async open(): Promise<void> {
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    tellTrouble(desk);
    const again = (): void => void this.show(desk, course);
    desk.onChange(again);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
    await this.show(desk, course);
  }

  /** Shows what the day holds; while something comes back within minutes, anew each minute. */
  private async show(desk: Desk, course: Course): Promise<void> {
    const settings = await settingsIn(desk.log);
    const found = await known(desk.log, course.was);
    if (this.isSitting) return;
    const now = Date.now();
    const day = agenda(course, found, settings, now);
    const overview = showOverview(day, now, () => this.start(desk, course, settings, day.asked));
    this.draw(overview, ...(isTimeToExport(found.size, settings.exported, now) ? [exportReminder()] : []));
    clearTimeout(this.timer);
    if (day.soon.length > 0) this.timer = window.setTimeout(() => void this.show(desk, course), MINUTE);
  }

  private start(desk: Desk, course: Course, settings: Settings, asked: readonly Asked[]): void {
    const view: SittingView = new SittingView({
      ...{ desk, course, settings, asked },
      standing: (id) => standingIn(desk.log, namesOf(id, course.was)),
      onEnd: ({ session, canUndo }) => {
        this.isSitting = false;
        this.ended = showEnded(session, settings.keys, canUndo ? () => this.goOn(view, () => view.undo()) : null);
        void this.show(desk, course);
      },
    });
    this.goOn(view, () => view.show());
  }

  /** On with a sitting, by what it does first. */
  private goOn(view: SittingView, act: () => Promise<void>): void {
    this.isSitting = true;
    this.ended = null;
    this.dataset["state"] = "sitting";
    this.replaceChildren(view.element);
    void act();
  }

  /** Puts parts in the place of those before. What was said of the sitting stays, and so does the focus. */
  private draw(...parts: readonly HTMLElement[]): void {
    const before = [...this.childNodes].filter((node) => node !== this.ended);
    const at = document.activeElement;
    const held = before.some((node) => node.contains(at)) ? at?.textContent : null;
    const isBack = this.ended?.isConnected === false;
    this.dataset["state"] = "overview";
    if (this.ended && isBack) this.prepend(this.ended);
    for (const node of before) node.remove();
    this.append(...parts);
    const ways = [...this.querySelectorAll<HTMLElement>(":is(.today, .today-reminder) :is(a, button)")];
    const line = this.ended?.querySelector<HTMLElement>(".today-went");
    if (isBack && line) moveFocus(line);
    else if (typeof held === "string") (ways.find((way) => way.textContent === held) ?? ways[0])?.focus({ preventScroll: true });
  }
}

customElements.define("study-card", StudyCard);
customElements.define("study-today", StudyToday);
