/** <study-mock>: the choice of questions, the interview, the debrief. */
import { seeded } from "../chance";
import { settingsIn } from "../chosen";
import type { Course } from "../course";
import { openDesk, type Desk } from "../desk";
import { element, moveFocus } from "../dom";
import { failed } from "../failure";
import { known } from "../review/standings";
import { anySeed } from "../seed";
import { loadCourse } from "../site";
import { DebriefView } from "./debrief";
import { InterviewView, type Turn } from "./interviewing";
import { canRecord } from "./microphone";
import { drawn, questionsOf } from "./questions";
import { keepVoice } from "./staging";

/** A mock interview. */
export class StudyMock extends HTMLElement {
  private readonly said = element("p", "said");
  private form!: HTMLFormElement;
  private desk!: Desk;
  private course!: Course;
  /** What was recorded and is still to be played. */
  private turns: readonly Turn[] = [];

  connectedCallback(): void {
    this.open().catch(() => failed(this));
  }

  private async open(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    this.form = form;
    [this.desk, this.course] = await Promise.all([openDesk(), loadCourse()]);
    this.said.setAttribute("role", "status");
    form.append(this.said);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.begin();
    });
    const record = form.querySelector<HTMLInputElement>("input[name=record]")?.closest("label");
    if (record) record.hidden = !canRecord();
    await keepVoice(form, this.desk);
    this.querySelector(".without")?.remove();
    form.hidden = false;
  }

  private async begin(): Promise<void> {
    const { desk, course, form } = this;
    const wish = new FormData(form);
    const [settings, { standings }] = await Promise.all([settingsIn(desk.log), known(desk.log, course.was)]);
    const lessons = wish.getAll("lesson");
    const topics = questionsOf(course, standings).filter(({ lesson }) => lessons.includes(lesson));
    const questions = drawn(topics, standings, Number(wish.get("count")), Date.now(), seeded(anySeed()));
    this.said.textContent = questions.length === 0 ? "There is no question to ask. Choose a topic." : "";
    if (questions.length === 0) return;
    const view = new InterviewView({
      questions,
      marks: MARKS[String(wish.get("seconds"))] ?? [],
      isSpoken: settings.aloud,
      isRecorded: wish.has("record"),
      onEnd: (turns, unanswered) => void this.debrief(view, turns, unanswered),
    });
    form.hidden = true;
    this.append(view.element);
    await view.show();
  }

  private async debrief(interview: InterviewView, turns: readonly Turn[], unanswered: number): Promise<void> {
    interview.element.remove();
    this.turns = turns;
    if (turns.length === 0) {
      this.said.textContent = "No question was answered, so there is no debrief.";
      return this.end();
    }
    const { desk, course } = this;
    const settings = await settingsIn(desk.log);
    const left = new AbortController();
    const view = new DebriefView({
      ...{ desk, course, settings, turns, unanswered },
      onEnd: () => {
        left.abort();
        view.element.remove();
        this.end();
      },
    });
    const keep = (): void => {
      if (document.visibilityState === "hidden") void view.keep();
    };
    document.addEventListener("visibilitychange", keep, { signal: left.signal });
    this.append(view.element);
    view.begin();
  }

  /** What was recorded is deleted; another interview may begin. */
  private end(): void {
    for (const { said } of this.turns) if (said) URL.revokeObjectURL(said.address);
    this.turns = [];
    this.form.hidden = false;
    const start = this.form.querySelector<HTMLElement>("button");
    if (start) moveFocus(start);
  }
}

/** The marks on the line of time for each choice of seconds. */
const MARKS: Readonly<Record<string, readonly number[]>> = { "60": [60], "90": [90], none: [] };
