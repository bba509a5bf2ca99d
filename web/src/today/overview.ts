/** The day before a sitting: what is due, how long it takes, the one thing to do next. */
import { listenToUndo } from "../cardkeys";
import { button, element } from "../dom";
import type { Lesson } from "../course";
import { linkTo } from "../links";
import { interviewInWords, knownInWords } from "../review/foretelling";
import type { Preparation } from "../review/preparation";
import type { Agenda } from "../review/agenda";
import type { Session } from "../review/session";
import { many } from "../wording";
import { backInWords, newInWords } from "./coming";

/** The overview of a day. `start` begins the sitting. */
export function showOverview(day: Agenda, now: number, start: () => void): HTMLElement {
  const box = element("div", "today");
  if (day.beginner) box.append(...beginning(day, day.beginner, start));
  else if (day.asked.length > 0) box.append(...ready(day, start));
  else box.append(...done(day, now));
  if (day.interview) box.append(ahead(day.interview, now));
  return box;
}

/** A reminder that a browser may forget, and the way to a file. */
export function exportReminder(): HTMLElement {
  const line = element("p", "today-reminder", "What you learnt is kept in this browser alone, and browsers forget. ");
  line.append(linkTo("Export it as a file", "settings/#data"));
  return line;
}

/** How a sitting went; `undo` leads back into it, null where nothing was done. */
export function showEnded(session: Session, keys: boolean, undo: (() => void) | null): HTMLElement {
  const box = element("div", "today-ended");
  const line = element("p", "today-went", sessionInWords(session));
  line.tabIndex = -1;
  box.append(line);
  if (!undo) return box;
  const back = button("Undo", undo);
  if (keys) {
    back.setAttribute("aria-keyshortcuts", "u");
    listenToUndo(box, undo);
  }
  box.append(back);
  return box;
}

/** How a sitting went, in words. */
function sessionInWords({ done, known }: Session): string {
  if (done === 0) return "Nothing was graded.";
  if (done === 1) return known === 1 ? "One done, and remembered at once." : "One done, and remembered in the end.";
  if (known === done) return `${done} done, all remembered at once.`;
  return `${done} done, ${known} of them remembered at once.`;
}

/** The interview that the day prepares for. */
function ahead({ date, cards, plan }: Preparation, now: number): HTMLElement {
  const line = element("p", "today-interview", `${interviewInWords(date, now)} ${knownInWords(plan.known, cards)} `);
  line.append(linkTo("Change the date", "interview/#date"));
  return line;
}

function ready(day: Agenda, start: () => void): Node[] {
  const counts = [
    ...(day.due > 0 ? [`${day.due} to review`] : []),
    ...(day.fresh > 0 ? [`${day.fresh} new`] : []),
  ];
  const rest =
    day.waiting > 0
      ? `${day.waiting} more ${day.waiting === 1 ? "is" : "are"} due and can wait: what you know best comes first, ` +
        "so that little is lost. A day's number at a time, they come back by themselves."
      : "";
  return [
    fact(counts.join(" · "), `about ${many(day.minutes, "minute")}`),
    ...(rest ? [element("p", "today-say", rest)] : []),
    actions(button("Start", start, true)),
  ];
}

function beginning(day: Agenda, lesson: Lesson, start: () => void): Node[] {
  return [
    fact(`${day.fresh} new`, `about ${many(day.minutes, "minute")}`),
    element(
      "p",
      "today-say",
      `You have reviewed nothing yet. Cards are easier once their lesson is read; you can also find out first what ` +
        `you know of “${lesson.title}”.`,
    ),
    actions(button("Start", start, true), linkTo(`Read Day ${lesson.day}`, lesson.page, "button")),
  ];
}

function done(day: Agenda, now: number): Node[] {
  const [next] = day.soon;
  const came = day.today > 0 ? "Done for today" : "Nothing is due";
  return [
    fact(next === undefined ? came : "Done for now", day.today > 0 ? `${day.today} reviewed` : ""),
    element("p", "today-say", backInWords(day, now)),
    element("p", "today-say", newInWords(day)),
    actions(linkTo("Go on reading", "", "button")),
  ];
}

function fact(large: string, small: string): HTMLElement {
  const line = element("p", "today-fact", large);
  if (small) line.append(" ", element("span", "today-time", small));
  return line;
}

function actions(...ways: Node[]): HTMLElement {
  const row = element("p", "actions");
  row.append(...ways);
  return row;
}
