/** What is due: the forecast. */
import type { Facts } from "../facts";
import { forecast } from "../forecast";
import { empty, figure, notes, plot } from "../parts";
import { bars } from "../plots/bars";
import { dueInWords, dueNotes } from "../sentences";
import { toCards } from "./ways";

const NOTHING =
  "Nothing waits for you in the next 30 days. Open a card, say whether you knew it, and it comes back shortly before " +
  "you would forget it. From then on you see here how much each day will ask of you.";

export function due(facts: Facts): HTMLElement[] {
  const days = forecast(facts.course, facts.standings, facts.now);
  if (days.every((day) => day.due === 0)) {
    return [empty(NOTHING, ...toCards(facts))];
  }
  const says = dueInWords(days);
  const table = {
    caption: "Due on each of the next 30 days",
    columns: [{ name: "Day" }, { name: "Due", isNumber: true }, { name: "Of these from before", isNumber: true }],
    rows: days.map((day) => [facts.formats.date(day.from), `${day.due}`, `${day.overdue}`]),
  };
  const shown = plot((width) => bars(days, says, facts.formats, width));
  return [figure(says, [shown, ...notes(dueNotes(days, facts.formats))], table)];
}
