/** How well it stays: what was remembered week by week, against the aim. */
import type { Facts } from "../facts";
import { empty, figure, notes, plot } from "../parts";
import { trend } from "../plots/trend";
import { shareOf, weeksOf, type Recall } from "../retention";
import { retentionInWords, retentionNotes } from "../sentences";

const NOTHING =
  "No card has come back after days yet. A card that you open today can be the first: once it is learnt and returns, " +
  "you see here how much you still knew.";

export function retention(facts: Facts): HTMLElement[] {
  const { entries, now, retention: aim, formats } = facts;
  const weeks = weeksOf(entries, now);
  if (!weeks.some(({ asked }) => asked > 0)) {
    return [empty(`${NOTHING} You aim for ${formats.percent(aim)}.`)];
  }
  const says = retentionInWords(weeks, aim, formats);
  const share = (recall: Recall): string => {
    const found = shareOf(recall);
    return found === null ? "none" : formats.percent(found);
  };
  const table = {
    caption: `Reviews of what had been learnt, by week, against an aim of ${formats.percent(aim)}`,
    columns: [
      { name: "Week of" },
      ...["Asked", "Known", "Share", "Of four weeks"].map((name) => ({ name, isNumber: true })),
    ],
    rows: weeks.map((week) => {
      return [formats.date(week.from), `${week.asked}`, `${week.remembered}`, share(week), share(week.trend)];
    }),
  };
  const shown = plot((width) => trend(weeks, aim, says, formats, width));
  const key = "Each dot is a week, larger where more came back. The line takes four weeks together.";
  return [figure(says, [shown, ...notes(retentionNotes(weeks, aim), key)], table)];
}
