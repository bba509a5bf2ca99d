/** Misconceptions: which of them wrong answers gave away, whether they still do, and what mends each. */
import { element } from "../../dom";
import type { Facts } from "../facts";
import { heldBy, type Held } from "../misconceptions";
import { empty, figure, link, notes, plot } from "../parts";
import { timeline, type Span } from "../plots/timeline";
import { heldInWords, misconceptionsInWords } from "../sentences";
import { toFirstLesson } from "./ways";

const NOTHING =
  "Many wrong options are what people really think. Where you choose one, it stands here with what mends it, and you " +
  "see when it is gone. Nobody but you sees this.";
const NONE =
  "None of your answers gives a misconception away so far. Where one does, it will stand here with what mends it.";

export function misconceptions(facts: Facts): HTMLElement[] {
  const held = heldBy(facts.course, facts.entries);
  if (held.length === 0) {
    const isAnswered = facts.entries.some(({ kind }) => kind === "answered");
    return [isAnswered ? empty(NONE) : empty(NOTHING, ...toFirstLesson(facts))];
  }
  const traces = held.flatMap((one) => one.traces);
  const span: Span = [Math.min(...traces.map(({ at }) => at)), facts.now];
  const rows = element("ul", "held");
  rows.append(...held.map((one) => rowOf(one, span, facts)));
  const table = {
    caption: "Answers in which a misconception showed, or no longer did",
    columns: [{ name: "Misconception" }, { name: "Answered" }, { name: "Showed" }],
    rows: held.flatMap(({ misconception, traces }) => {
      return traces.map(({ at, shows }) => [misconception.believes, facts.formats.date(at), shows ? "yes" : "no"]);
    }),
  };
  const key = "A dot is an answer that showed it, a stroke a later first try at the same question that did not.";
  return [figure(misconceptionsInWords(held), [rows, ...notes(key)], table)];
}

function rowOf(held: Held, span: Span, { root, formats }: Facts): HTMLElement {
  const { believes, cure, passage } = held.misconception;
  const row = element("li", "held-row");
  const says = heldInWords(held, formats);
  const way = element("p", "held-way");
  way.append(link("Read what mends it", root + passage));
  row.append(
    element("p", "held-believes", believes),
    plot((width) => timeline(held.traces, span, says, formats, width)),
    element("p", "held-says", says),
    element("p", "held-cure", cure),
    way,
  );
  return row;
}
