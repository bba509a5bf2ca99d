/** <study-aloud>: what there is to practise, the choice of where to begin, and the practice. */
import { settingsIn } from "../chosen";
import type { Course } from "../course";
import { openDesk, type Desk } from "../desk";
import { element, moveFocus } from "../dom";
import { failed } from "../failure";
import { namesOf } from "../log/renamed";
import { endOfDay } from "../review/day";
import { known, standingIn } from "../review/standings";
import { loadCourse } from "../site";
import { tellTrouble } from "../trouble";
import { many } from "../wording";
import { PracticeView } from "./practice";
import { countDue, inOrder, questionsOf, type Wish } from "./questions";
import { keepVoice } from "./staging";

/** Practising aloud, one question after the other. */
export class StudyAloud extends HTMLElement {
  private readonly fact = element("p", "today-fact");
  private readonly said = element("p", "said");
  private view: PracticeView | null = null;

  connectedCallback(): void {
    this.open().catch(() => failed(this));
  }

  private async open(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    tellTrouble(desk);
    this.fact.tabIndex = -1;
    this.said.setAttribute("role", "status");
    form.prepend(this.fact);
    form.append(this.said);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.begin(form, desk, course);
    });
    const count = (): void => void this.count(form, desk, course);
    form.addEventListener("change", count);
    desk.onChange(count);
    await keepVoice(form, desk);
    await this.count(form, desk, course);
    this.querySelector(".without")?.remove();
    form.hidden = false;
  }

  private async count(form: HTMLFormElement, desk: Desk, course: Course): Promise<void> {
    const { standings } = await known(desk.log, course.was);
    const { lesson } = wishOf(form);
    const questions = questionsOf(course, standings).filter((each) => lesson === "" || each.lesson === lesson);
    const now = Date.now();
    const due = countDue(questions, standings, { now, end: endOfDay(now) });
    this.fact.replaceChildren(many(questions.length, "question"), element("span", "today-time", dueInWords(due)));
  }

  private async begin(form: HTMLFormElement, desk: Desk, course: Course): Promise<void> {
    const [settings, { standings }] = await Promise.all([settingsIn(desk.log), known(desk.log, course.was)]);
    const all = questionsOf(course, standings);
    const now = Date.now();
    const questions = inOrder(all, standings, wishOf(form), { now, end: endOfDay(now) });
    this.said.textContent = questions.length === 0 ? "There is no question here. Choose another topic." : "";
    if (questions.length === 0) return;
    this.view = new PracticeView({
      ...{ desk, course, settings, questions, all },
      standing: (id) => standingIn(desk.log, namesOf(id, course.was)),
      onEnd: () => void this.end(form, desk, course),
    });
    form.hidden = true;
    this.append(this.view.element);
    await this.view.show();
  }

  private async end(form: HTMLFormElement, desk: Desk, course: Course): Promise<void> {
    this.view?.element.remove();
    this.view = null;
    form.hidden = false;
    await this.count(form, desk, course);
    moveFocus(this.fact);
  }
}

function wishOf(form: HTMLFormElement): Wish {
  const wish = new FormData(form);
  return { lesson: String(wish.get("lesson") ?? ""), order: wish.get("order") === "weakest" ? "weakest" : "due" };
}

function dueInWords(due: number): string {
  return due === 0 ? "none of them due" : `${due} of them due`;
}
