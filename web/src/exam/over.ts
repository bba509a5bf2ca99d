/** An exam that is over: how it went, what was missed, and every question with its reasons. */
import type { Course } from "../course";
import { button, element, moveFocus } from "../dom";
import { linkTo } from "../links";
import { spentInWords } from "./clock";
import type { ExamQuestion } from "./question";
import { besideInWords, byClaim, scoreInWords, scoreOf, type Outcome } from "./score";
import { tableOf } from "../table";
import { copyAddress } from "./sharing";

/** What is shown, and where it leads. */
export interface Needs {
  readonly course: Course;
  readonly questions: readonly ExamQuestion[];
  /** The milliseconds that it took. */
  readonly spent: number;
  readonly onAgain: () => void;
  readonly onNew: () => void;
}

/** Shows how it went; gives the element and what brings the learner to it. */
export function showOver(needs: Needs): { readonly element: HTMLElement; readonly begin: () => void } {
  const { course, questions } = needs;
  const outcomes = questions.map(({ outcome }) => outcome);
  const box = element("section", "exam-over");
  box.setAttribute("aria-label", "Result");
  const score = element("h2", "exam-score", scoreInWords(scoreOf(outcomes)));
  score.tabIndex = -1;
  box.append(
    summary(score, outcomes, needs),
    ...missed(questions, outcomes),
    ...claims(course, outcomes),
    element("h2", "", "Every question"),
    ...questions.map((question, at) => revealed(question, at, course)),
  );
  return { element: box, begin: () => moveFocus(score) };
}

function summary(score: HTMLElement, outcomes: readonly Outcome[], { spent, onAgain, onNew }: Needs): HTMLElement {
  const box = element("div", "exam-summary");
  const ways = element("div", "exam-foot");
  ways.append(
    button("A new paper", onNew, true),
    button("Same paper again", onAgain),
    button("Print", () => window.print()),
    ...copyAddress(),
  );
  const words = [...besideInWords(outcomes), `Time used: ${spentInWords(spent)}.`];
  box.append(score, ...words.map((each) => element("p", "exam-beside", each)), ways);
  return box;
}

/** The missed questions, each with the way to it and to the passage that teaches it. */
function missed(questions: readonly ExamQuestion[], outcomes: readonly Outcome[]): HTMLElement[] {
  const rows = questions.flatMap((question, at) => (outcomes[at]?.right === false ? [missedRow(question, at)] : []));
  if (rows.length === 0) return [];
  const list = element("ul", "exam-missed");
  list.setAttribute("role", "list");
  list.append(...rows);
  const say = "What you answered wrongly comes back among your reviews. Read its passage before it does.";
  return [element("h2", "", "What you missed"), element("p", "exam-say", say), list];
}

function missedRow({ passage, stem }: ExamQuestion, at: number): HTMLElement {
  const row = element("li", "");
  const there = element("a", "exam-to", `Question ${at + 1}`);
  there.href = `#${anchor(at)}`;
  row.append(there, element("span", "exam-stem", stem));
  if (passage) {
    const back = passage.cloneNode(true) as HTMLAnchorElement;
    back.append(element("span", "visually-hidden", ` for question ${at + 1}`));
    row.append(back);
  }
  return row;
}

function claims({ claims: all }: Course, outcomes: readonly Outcome[]): HTMLElement[] {
  const rows = byClaim(outcomes).map(({ claim, score: { right, of } }) => {
    const known = all.find(({ id }) => id === claim);
    const name = document.createDocumentFragment();
    if (known) name.append(`${known.says} `, linkTo(claim, known.page));
    return [name, `${right} of ${of}`];
  });
  if (rows.length === 0) return [];
  const table = tableOf("exam-claims", { columns: [{ name: "Claim" }, { name: "Right" }], rows });
  return [element("h2", "", "Claim by claim"), table];
}

function revealed(question: ExamQuestion, at: number, { lessons }: Course): Element {
  const from = lessons.find(({ id }) => id === question.asked.lesson);
  question.head("h3", `Question ${at + 1}${from ? ` · Day ${from.day}, ${from.title}` : ""}`).id = anchor(at);
  question.reveal();
  return question.article;
}

function anchor(at: number): string {
  return `exam--${at + 1}`;
}
