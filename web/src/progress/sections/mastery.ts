/** What the learner can do: each objective and each claim of the lessons that were begun. */
import { element } from "../../dom";
import type { Facts } from "../facts";
import { many } from "../formats";
import { isBegun, masteryOf, type LessonMastery, type Mastery } from "../mastery";
import type { Table } from "../../table";
import { empty, figure, link, notes, plot } from "../parts";
import { strip } from "../plots/strip";
import { swarm } from "../plots/swarm";
import { heldAtInWords, levelInWords, masteryInWords, triedInWords, weakest } from "../sentences";
import { toFirstLesson, toLesson } from "./ways";

const NOTHING =
  "Each aim of a lesson has a line here, so that you see which you have reached and which want another look. Your " +
  "first answer begins it, right or wrong.";

export function mastery(facts: Facts): HTMLElement[] {
  const lessons = masteryOf(facts.course, facts.entries, facts.standings, facts.now);
  const begun = lessons.filter(isBegun);
  if (begun.length === 0) {
    return [empty(NOTHING, ...toFirstLesson(facts))];
  }
  return [
    ...begun.map((lesson) => shownOf(lesson, facts)),
    ...notes(heldAtInWords(facts.formats)),
    ...toCome(lessons.filter((one) => !isBegun(one)), facts),
  ];
}

function shownOf(lesson: LessonMastery, facts: Facts): HTMLElement {
  const rows = element("ul", "mastery");
  rows.append(...lesson.objectives.map(({ goal, mastery }) => rowOf(goal, mastery, facts)));
  const practise = element("p", "plot-way");
  practise.append(link("Practise this lesson", facts.root + lesson.lesson.practice));
  const made = element("section", "mastery-lesson");
  const shown = [rows, ...claimsOf(lesson, facts), practise];
  made.append(element("h3", "", lesson.lesson.title), figure(masteryInWords(lesson), shown, tableOf(lesson, facts)));
  return made;
}

function rowOf(goal: string, mastery: Mastery, facts: Facts): HTMLElement {
  const row = element("li", "mastery-row");
  const level = element("p", "mastery-level", levelInWords(mastery));
  level.append(element("span", "mastery-tried", triedInWords(mastery)));
  const way = element("div", "mastery-way");
  way.append(strip(mastery.score, scoreOf(mastery, facts)));
  row.append(element("p", "mastery-goal", goal), way, level);
  return row;
}

/** The claims on one line, where any was tried, with a way to those to look at again. */
function claimsOf({ claims }: LessonMastery, { root }: Facts): HTMLElement[] {
  const tried = claims.filter(({ mastery }) => mastery.score !== null);
  if (tried.length === 0) return [];
  const left = claims.length - tried.length;
  const rest = left === 0 ? "" : `; ${left} not tried yet`;
  const says = `${many(tried.length, "claim")}, from shaky to known${rest}.`;
  const weak = element("ul", "mastery-weak");
  for (const { claim } of weakest(claims)) {
    const line = element("li", "");
    line.append(link(`Claim ${claim.id}`, root + claim.page), ` ${claim.says}`);
    weak.append(line);
  }
  const shown = [element("p", "mastery-claims", says), plot((width) => swarm(claims, says, width))];
  return weak.hasChildNodes() ? [...shown, weak] : shown;
}

function tableOf({ lesson, objectives, claims }: LessonMastery, facts: Facts): Table {
  const cells = (mastery: Mastery): string[] => [levelInWords(mastery), scoreOf(mastery, facts), triedInWords(mastery)];
  return {
    caption: `Mastery of the aims and claims of ${lesson.title}`,
    columns: [{ name: "Aim or claim" }, { name: "In words" }, { name: "Score", isNumber: true }, { name: "Rests on" }],
    rows: [
      ...objectives.map(({ goal, mastery }) => [goal, ...cells(mastery)]),
      ...claims.map(({ claim, mastery }) => [link(`Claim ${claim.id}`, facts.root + claim.page), ...cells(mastery)]),
    ],
  };
}

function scoreOf({ score }: Mastery, { formats }: Facts): string {
  return score === null ? "not known" : formats.percent(score);
}

/** The lessons that were not begun, and the way to the next. */
function toCome(lessons: readonly LessonMastery[], facts: Facts): HTMLElement[] {
  const next = lessons.find(({ lesson }) => lesson.items.length + lesson.cards.length > 0);
  if (!next) return [];
  const left = lessons.length;
  const says = left === 1 ? "One lesson is still to come: " : `${left} lessons are still to come. Next: `;
  const line = element("p", "plot-way", says);
  line.append(toLesson(next.lesson, facts));
  return [line];
}
