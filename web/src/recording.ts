/** Writes answers down as they come. Pure but for the listening; the log is the desk's. */
import type { Desk } from "./desk";
import { ANSWERED, answeredDetail, type Answered } from "./events";
import type { EntryOf, News } from "./log/entry";

type Mode = EntryOf<"answered">["mode"];

/** Notes every answer of the page. */
export function recordAnswers(desk: Promise<Desk>, mode: Mode): void {
  document.addEventListener(ANSWERED, (event) => {
    const answer = answeredDetail(event);
    if (answer) void desk.then((opened) => opened.note(answerNews(answer, mode)));
  });
}

/** An answer as the log has it. */
export function answerNews(answer: Answered, mode: Mode): News {
  const { id, edition, right, firstTry, confidence, hinted, chosenEditions, shows } = answer;
  return {
    kind: "answered",
    about: id,
    edition,
    right,
    first: firstTry,
    confidence,
    hinted,
    chosen: chosenEditions.filter((chosen) => chosen !== ""),
    shows: [...shows],
    mode,
  };
}
