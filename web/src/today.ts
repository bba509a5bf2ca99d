/** <study-today>: what is due, how long it takes, and the sitting in which it is asked for. */
import { StudyCard } from "./card";
import { settingsIn } from "./chosen";
import type { Course } from "./course";
import { openDesk, type Desk } from "./desk";
import { element, moveFocus } from "./dom";
import { failed } from "./failure";
import { agenda } from "./review/agenda";
import { isTimeToExport } from "./review/reminder";
import { namesOf } from "./log/renamed";
import type { Session } from "./review/session";
import { known, standingIn } from "./review/standings";
import { loadCourse } from "./site";
import { exportReminder, sessionInWords, showOverview } from "./today/overview";
import { SittingView } from "./today/sitting";
import { tellTrouble } from "./trouble";

/** The page for the day. */
class StudyToday extends HTMLElement {
  private isSitting = false;

  connectedCallback(): void {
    this.open().catch(() => failed(this));
  }

  private async open(): Promise<void> {
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    tellTrouble(desk);
    const again = (): void => {
      if (!this.isSitting) void this.show(desk, course);
    };
    desk.onChange(again);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
    await this.show(desk, course);
  }

  /** Shows what the day holds, after a sitting with how that went. */
  private async show(desk: Desk, course: Course, session: Session | null = null): Promise<void> {
    const settings = await settingsIn(desk.log);
    const found = await known(desk.log, course.was);
    const day = agenda(course, found, settings, Date.now());
    const start = (): void => {
      this.isSitting = true;
      const view = new SittingView({
        ...{ desk, course, settings, asked: day.asked },
        standing: (id) => standingIn(desk.log, namesOf(id, course.was)),
        onEnd: (ended) => {
          this.isSitting = false;
          void this.show(desk, course, ended);
        },
      });
      this.replaceChildren(view.element);
      this.dataset["state"] = "sitting";
      void view.show();
    };
    this.dataset["state"] = "overview";
    this.replaceChildren(showOverview(day, Date.now(), start));
    if (isTimeToExport(found.size, settings.exported, Date.now())) this.append(exportReminder());
    if (session) this.tell(session);
  }

  private tell(session: Session): void {
    const line = element("p", "today-went", sessionInWords(session));
    line.tabIndex = -1;
    this.prepend(line);
    moveFocus(line);
  }
}

customElements.define("study-card", StudyCard);
customElements.define("study-today", StudyToday);
