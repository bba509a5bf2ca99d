/** Which questions an interview asks, in which order. Pure: the course, what the learner knows, time and chance come in. */
import { shuffled, type Chance } from "../chance";
import type { Course } from "../course";
import { isDue, type Day } from "../review/queue";
import type { Standing } from "../review/standing";
import { retrievability } from "../schedule";

/** A card to be answered aloud. */
export interface Question {
  readonly id: string;
  /** What it asks, as text. */
  readonly asks: string;
  /** The id of the lesson that it belongs to: its topic. */
  readonly lesson: string;
}

/** What a learner wants to practise. */
export interface Wish {
  /** The id of a lesson; empty for all. */
  readonly lesson: string;
  readonly order: "due" | "weakest";
}

type Standings = ReadonlyMap<string, Standing>;

/** What is known for certain is still drawn now and then. */
const LEAST = 0.05;

/** All questions of the course, in its order, but those that the learner has set aside. */
export function questionsOf({ lessons }: Course, standings: Standings): Question[] {
  return lessons.flatMap(({ id: lesson, cards }) =>
    cards
      .filter(({ id, type }) => type === "interview" && !standings.get(id)?.isSuspended)
      .map(({ id, asks }) => ({ id, asks, lesson })),
  );
}

/** How many of the questions are due. */
export function countDue(questions: readonly Question[], standings: Standings, day: Pick<Day, "now" | "end">): number {
  return questions.filter(({ id }) => isDueNow(standings.get(id), day)).length;
}

/** The questions of a wish in its order; those that are alike stay in the order of the course. */
export function inOrder(
  questions: readonly Question[],
  standings: Standings,
  { lesson, order }: Wish,
  day: Pick<Day, "now" | "end">,
): Question[] {
  const rank = ({ id }: Question): number => {
    const known = standings.get(id);
    return order === "weakest" ? recall(known, day.now) : isDueNow(known, day) ? 0 : 1;
  };
  const wanted = questions.filter((question) => lesson === "" || question.lesson === lesson);
  return wanted.sort((one, other) => rank(one) - rank(other));
}

/**
 * Questions drawn by chance, in an order by chance. The less is left of one, the more often it is drawn: each gets a
 * number by chance that its weight pushes up, and the highest are taken (Efraimidis and Spirakis).
 */
export function drawn(
  questions: readonly Question[],
  standings: Standings,
  count: number,
  now: number,
  chance: Chance,
): Question[] {
  const lots = questions.map((question) => {
    const weight = Math.max(LEAST, 1 - recall(standings.get(question.id), now));
    return { question, lot: chance() ** (1 / weight) };
  });
  const first = lots.sort((one, other) => other.lot - one.lot).slice(0, count);
  return shuffled(
    first.map(({ question }) => question),
    chance,
  );
}

function recall(known: Standing | undefined, now: number): number {
  return known ? retrievability(known.memory, now) : 0;
}

function isDueNow(known: Standing | undefined, day: Pick<Day, "now" | "end">): boolean {
  return known !== undefined && isDue(known, day);
}
