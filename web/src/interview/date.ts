/** <study-date>: the date of the interview and the minutes a day, and what the plan makes of them. */
import { keepSettings } from "../choosing";
import { settingsIn } from "../chosen";
import type { Course } from "../course";
import { openDesk, type Desk } from "../desk";
import { element } from "../dom";
import { linkTo } from "../links";
import { interviewInWords, knownInWords, leftOutInWords, PASSED } from "../review/foretelling";
import { preparation, type Preparation } from "../review/preparation";
import { known } from "../review/standings";
import { loadCourse } from "../site";
import { tableOf } from "../table";

/** The date, and the plan for it. */
export class StudyDate extends HTMLElement {
  private readonly made = element("div", "date-plan");

  connectedCallback(): void {
    void this.open();
  }

  private async open(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    const show = (): Promise<void> => this.show(desk, course);
    form.after(this.made);
    await keepSettings(form, desk, () => void show());
    desk.onChange(() => void show());
    await show();
    this.querySelector(".without")?.remove();
    form.hidden = false;
  }

  private async show(desk: Desk, course: Course): Promise<void> {
    const now = Date.now();
    const found = preparation(course, await known(desk.log, course.was), await settingsIn(desk.log), now);
    this.made.replaceChildren(...(found ? shown(found, now) : []));
  }
}

function shown({ date, cards, plan }: Preparation, now: number): Node[] {
  if (plan.when === "passed") return [element("p", "date-say", PASSED)];
  const left = leftOutInWords(plan.leftOut);
  const words = [interviewInWords(date, now), knownInWords(plan.known, cards), ...(left ? [left] : [])].join(" ");
  const without = `Without another review it would be ${Math.round(plan.knownWithout * cards.all)}.`;
  const told = element("p", "date-say", `${words} ${without}`);
  return [told, plan.when === "today" ? lastSteps() : days(plan)];
}

/** What is worth doing on the day itself. */
function lastSteps(): HTMLElement {
  const line = element("p", "date-last", "Read through ");
  line.append(linkTo("Interview tomorrow", "interview/tomorrow/"), " once more, or take ");
  line.append(linkTo("one mock interview", "interview/#mock"), " to warm up.");
  return line;
}

const COLUMNS = [{ name: "Day" }, { name: "Reviews", isNumber: true }, { name: "Minutes", isNumber: true }];
const EVE = "The last day is the eve. Nothing is counted on for the day itself: what you review that morning comes on top.";

/** What each day asks for, from today to the eve. */
function days({ days }: Preparation["plan"]): HTMLElement {
  const parts = { weekday: "short", day: "numeric", month: "short" } as const;
  const named = new Intl.DateTimeFormat(document.documentElement.lang, parts);
  const rows = days.map(({ begin, reviews, minutes }, at) => [
    at === 0 ? "Today" : named.format(begin),
    ...[reviews, minutes].map((each) => String(Math.round(each))),
  ]);
  const fold = element("details", "date-fold");
  const table = tableOf("date-days", { columns: COLUMNS, rows });
  fold.append(element("summary", "", "Day by day"), table, element("p", "date-note", EVE));
  return fold;
}
