/** The form in which a paper is set up. */
import type { Course, Lesson } from "../course";
import { button, element, moveFocus } from "../dom";
import { many } from "../wording";
import { available, examinable, MOST_MINUTES, MOST_QUESTIONS, type Choice } from "./paper";

/** What is set up so far; the lessons are all where none are named. */
export interface Draft {
  readonly lessons: readonly string[] | null;
  readonly count: number;
  readonly minutes: number | null;
}

/** What the form needs. */
export interface Needs {
  readonly course: Course;
  readonly draft: Draft;
  readonly onStart: (choice: Omit<Choice, "seed">) => void;
}

/** The form of a course that has questions. */
export class SetUp {
  readonly element = element("form", "exam-setup");
  private readonly heading = element("h2", "", "Set up a paper");
  private readonly boxes: readonly HTMLInputElement[];
  private readonly count: HTMLInputElement;
  private readonly minutes: HTMLInputElement;
  private readonly most = element("span", "exam-note");
  private readonly fault = element("p", "exam-fault");
  private readonly needs: Needs;

  constructor(needs: Needs) {
    this.needs = needs;
    const { course, draft } = needs;
    const lessons = examinable(course);
    this.heading.tabIndex = -1;
    this.fault.setAttribute("role", "alert");
    this.boxes = lessons.map(({ id }) => box(id, draft.lessons?.includes(id) ?? true));
    this.count = numberField("exam-count", MOST_QUESTIONS, draft.count);
    this.minutes = numberField("exam-minutes", MOST_MINUTES, draft.minutes);
    const start = element("button", "button is-primary", "Start");
    start.type = "submit";
    const actions = element("p", "actions");
    actions.append(start);
    this.element.noValidate = true;
    this.element.append(
      this.heading,
      this.lessons(lessons),
      labelled(this.count, "How many questions", this.most),
      labelled(this.minutes, "Time limit in minutes", element("span", "exam-note", "Leave it empty for no limit.")),
      this.fault,
      actions,
    );
    this.element.addEventListener("submit", (event) => this.start(event));
    this.element.addEventListener("input", () => this.tell());
    this.tell();
  }

  /** Brings the learner to the form. */
  begin(): void {
    moveFocus(this.heading);
  }

  private get chosen(): string[] {
    return this.boxes.filter(({ checked }) => checked).map(({ value }) => value);
  }

  private lessons(lessons: readonly Lesson[]): HTMLElement {
    const field = element("fieldset", "exam-lessons");
    field.append(element("legend", "", "Which lessons"));
    lessons.forEach(({ day, title, items }, at) => {
      const label = element("label", "");
      const words = element("span", "", title);
      words.append(" ", element("span", "exam-note", `Day ${day} · ${many(items.length, "question")}`));
      label.append(this.boxes[at] as HTMLInputElement, words);
      field.append(label);
    });
    if (lessons.length > 2) field.append(this.allOrNone());
    return field;
  }

  private allOrNone(): HTMLElement {
    const row = element("p", "exam-all");
    const set = (checked: boolean): void => {
      for (const each of this.boxes) each.checked = checked;
      this.tell();
    };
    row.append(button("All lessons", () => set(true)), button("None", () => set(false)));
    return row;
  }

  private tell(): void {
    const there = available(this.needs.course, this.chosen);
    this.most.textContent = `There ${there === 1 ? "is" : "are"} ${there}.`;
    this.fault.textContent = "";
  }

  private start(event: Event): void {
    event.preventDefault();
    const { course } = this.needs;
    const count = wholeIn(this.count, MOST_QUESTIONS);
    const minutes = this.minutes.value.trim() === "" && !this.minutes.validity.badInput ? null : wholeIn(this.minutes, MOST_MINUTES);
    if (this.chosen.length === 0) return this.refuse(this.boxes[0], "Choose a lesson first.");
    if (count === undefined) return this.refuse(this.count, "Say how many questions, at least one.");
    if (minutes === undefined) {
      return this.refuse(this.minutes, `A time limit is 1 to ${MOST_MINUTES} minutes; leave it empty for none.`);
    }
    const lessons = this.chosen;
    this.needs.onStart({ lessons, count: Math.min(count, available(course, lessons)), minutes });
  }

  private refuse(field: HTMLElement | undefined, words: string): void {
    this.fault.textContent = words;
    field?.focus();
  }
}

function box(value: string, checked: boolean): HTMLInputElement {
  const made = element("input", "");
  Object.assign(made, { type: "checkbox", value, checked });
  return made;
}

function numberField(id: string, most: number, value: number | null): HTMLInputElement {
  const made = element("input", "exam-number");
  Object.assign(made, { type: "number", id, min: "1", max: `${most}`, step: "1", inputMode: "numeric" });
  made.value = value === null ? "" : `${value}`;
  return made;
}

function labelled(field: HTMLInputElement, words: string, note: HTMLElement): HTMLElement {
  const row = element("p", "exam-field");
  const label = element("label", "", words);
  label.htmlFor = field.id;
  note.id = `${field.id}-note`;
  field.setAttribute("aria-describedby", note.id);
  row.append(label, field, " ", note);
  return row;
}

/** The whole number in a field; undefined where there is none from 1 to `most`. */
function wholeIn({ value }: HTMLInputElement, most: number): number | undefined {
  const number = Number(value);
  return value.trim() !== "" && Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
}
