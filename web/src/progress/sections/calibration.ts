/** How sure, how right: what was said before an answer, against what came of it. */
import { calibrationOf } from "../calibration";
import type { Facts } from "../facts";
import { empty, figure, notes, plot } from "../parts";
import { rates } from "../plots/rates";
import { brierInWords, calibrationInWords } from "../sentences";
import { toFirstLesson } from "./ways";

const NOTHING =
  "Before you check an answer, say how sure you are: guess, unsure or sure. After a few answers you see here whether " +
  "that feeling can be trusted, which is good to know before an interview.";

export function calibration(facts: Facts): HTMLElement[] {
  const { formats } = facts;
  const found = calibrationOf(facts.entries);
  if (found.asked === 0) {
    return [empty(NOTHING, ...toFirstLesson(facts))];
  }
  const says = calibrationInWords(found);
  const table = {
    caption: "How sure you said you were, and how often you were right",
    columns: [
      { name: "You said" },
      ...["Answers", "Right", "Share", "May be", "The word says"].map((name) => ({ name, isNumber: true })),
    ],
    rows: found.hits.map(({ word, stated, asked, right, from, to }) => [
      ...[word, `${asked}`, `${right}`, asked === 0 ? "none" : formats.percent(right / asked)],
      ...[asked === 0 ? "not known" : `${formats.percent(from)} to ${formats.percent(to)}`, formats.percent(stated)],
    ]),
  };
  const key = "The broad line is where the share may well lie, given how few or many answers there are.";
  const shown = plot((width) => rates(found.hits, says, formats, width));
  return [figure(says, [shown, ...notes(key, brierInWords(found, formats))], table)];
}
