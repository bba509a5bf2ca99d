/**
 * Today's cards where a date is given on which they are to be known: those that make the expected recall on that date
 * highest within the minutes a day. Pure: the clock is an argument.
 *
 * All days until the date are planned, so that a review today is weighed against one later. Step by step the card and
 * the day are taken whose review adds most to the recall on the date for each time that it must be asked, beside what
 * is planned for that card already, until the days are full. Only today's part is followed: tomorrow plans anew, by
 * what was known today. Days far from the date stand together as one span, since one is like the other.
 */
import { unseen } from "../schedule";
import { DAY, MINUTE } from "../time";
import { beginOfDay, endOfDay } from "./day";
import { foresee, start, type Outcome, type Start } from "./foresight";
import type { Standing } from "./standing";

/** What the learner has until the date. */
export interface Budget {
  readonly now: number;
  /** When it is to be known: the time of the interview. */
  readonly date: number;
  /** For each day until the date. */
  readonly minutes: number;
  /** Minutes of today that are used up. */
  readonly spent: number;
  /** How long it takes to ask for one card once, by the learner's own pace. */
  readonly seconds: number;
}

/** Whether the date lies on a later day, on today (also once its hour is over) or on a day that is over. */
export type When = "ahead" | "today" | "passed";

/** A day of the plan: when it begins, how many reviews are planned for it and how many of its minutes they take. */
export interface PlannedDay {
  readonly begin: number;
  readonly reviews: number;
  readonly minutes: number;
}

export interface Plan {
  readonly when: When;
  /** The ids to ask for today, in order; they fit into the minutes that are left of it. */
  readonly today: readonly string[];
  /** What to go on with if there is time left, in order. */
  readonly spare: readonly string[];
  /** The share of the cards that should be known on the date if the plan is followed, from 0 to 1; 0 of no cards. */
  readonly known: number;
  /** The same without a review from now on. */
  readonly knownWithout: number;
  /** Today and each day up to the date: not the day of the date itself, unless that is today. */
  readonly days: readonly PlannedDay[];
  /** How many cards that were never asked find no place: they will be left out. All of them once the date has passed. */
  readonly leftOut: number;
}

/** Days that are planned as one. */
interface Span {
  /** The first of its days, counted from today: 0. */
  readonly from: number;
  readonly days: number;
  /** The day that stands for all. */
  readonly at: number;
  /** How many times a card can still be asked in them. */
  room: number;
}

/** A card, and what is planned for it so far. */
interface Candidate {
  readonly id: string;
  readonly start: Start;
  readonly isMissed: boolean;
  /** The first day on which it may be asked. */
  readonly opens: number;
  readonly without: number;
  /** The spans in which it is reviewed, in order. */
  spans: readonly number[];
  outcome: Outcome;
  next: Addition | null;
}

/** One more review of a card. */
interface Addition {
  readonly spans: readonly number[];
  readonly outcome: Outcome;
  /** How much recall it adds for each time the card is asked. */
  readonly worth: number;
}

/** The spans once the plan is made, and how many askings each had room for before. */
interface Filled {
  readonly spans: readonly Span[];
  readonly rooms: readonly number[];
  readonly cards: readonly Candidate[];
  readonly seconds: number;
}

/** An addition is taken once no other is worth more than this much of a step above it. */
const PRICE_STEP = 0.85;
/** Below this much recall for one asking it is not worth the minute. */
const LEAST_WORTH = 1e-5;
/** A review may save others their relearning; it never counts as costing less than this many askings. */
const LEAST_COST = 0.3;
const ROUNDING = 1e-9;

/** The plan for the cards `ids`, which come in the order of the course. Suspended ones are no part of it. */
export function plan(ids: readonly string[], standings: ReadonlyMap<string, Standing>, budget: Budget): Plan {
  const { now, date, seconds } = budget;
  const ahead = Math.max(0, date - now) / DAY;
  const ends = endsOfDays(now, date);
  const spans = spansOf(ends.length, budget);
  const rooms = spans.map(({ room }) => room);
  const cards = candidates(ids, standings, now, ahead);
  fill(cards, spans, ahead);
  const { today, spare } = spans.length > 0 ? inOrder(cards, ahead) : { today: [], spare: [] };
  return {
    when: isOver(date, now) ? "passed" : endOfDay(date) === endOfDay(now) ? "today" : "ahead",
    today: today.map(({ id }) => id),
    spare: spare.map(({ id }) => id),
    known: mean(cards.map(({ outcome }) => outcome.recall)),
    knownWithout: mean(cards.map(({ without }) => without)),
    days: ends.map((end, day) => plannedDay(end, spanOf(day, spans), { spans, rooms, cards, seconds })),
    leftOut: cards.filter((card) => isFresh(card) && card.spans.length === 0).length,
  };
}

/** Whether the day of the date is over: nobody knows at which hour of it they are asked. */
function isOver(date: number, now: number): boolean {
  return endOfDay(date) <= now;
}

/** When each day ends that is left for study. */
function endsOfDays(now: number, date: number): number[] {
  if (isOver(date, now)) return [];
  const ends = [endOfDay(now)];
  for (let end = endOfDay(endOfDay(now)); end < endOfDay(date); end = endOfDay(end)) ends.push(end);
  return ends;
}

/** Today by itself; the later days in spans that are the longer the further they are from the date. */
function spansOf(days: number, { minutes, spent, seconds }: Budget): Span[] {
  const room = (many: number): number => (Math.max(0, many) * MINUTE) / (Math.max(1, seconds) * 1000);
  const spans: Span[] = [];
  let length = 1;
  for (let end = days; end > 1; ) {
    const from = end - length < 2 ? 1 : end - length;
    spans.unshift({ from, days: end - from, at: (from + end - 1) / 2, room: room(minutes) * (end - from) });
    length = 2 * length;
    end = from;
  }
  return days > 0 ? [{ from: 0, days: 1, at: 0, room: room(minutes - spent) }, ...spans] : [];
}

/** What a span holds, shared out evenly over its days. */
function plannedDay(end: number, index: number, { spans, rooms, cards, seconds }: Filled): PlannedDay {
  const { days, room } = spans[index] ?? { days: 1, room: 0 };
  const asks = (rooms[index] ?? 0) - room;
  const reviews = cards.filter((card) => card.spans.includes(index)).length;
  return { begin: beginOfDay(end - 1), reviews: reviews / days, minutes: (asks * seconds) / 60 / days };
}

/** The index of the span that a day lies in. */
function spanOf(day: number, spans: readonly Span[]): number {
  return spans.findIndex(({ from, days }) => day < from + days);
}

function candidates(
  ids: readonly string[],
  standings: ReadonlyMap<string, Standing>,
  now: number,
  ahead: number,
): Candidate[] {
  const dayBegan = endOfDay(now) - DAY;
  return ids.flatMap((id) => {
    const known = standings.get(id);
    if (known?.isSuspended) return [];
    const begins = start(known?.memory ?? unseen(now), now);
    const outcome = foresee(begins, [], ahead);
    const isMissed = known?.isMissed ?? false;
    const wasToday = begins.spot !== null && !isMissed && (known?.memory.last ?? 0) >= dayBegan;
    const put = Math.ceil(Math.max(0, (known?.buriedUntil ?? 0) - now) / DAY);
    const opens = Math.max(wasToday ? 1 : 0, put);
    return [{ id, start: begins, isMissed, opens, without: outcome.recall, spans: [], outcome, next: null }];
  });
}

/** Plans reviews, the worthiest first, until nothing worth it fits. */
function fill(cards: readonly Candidate[], spans: Span[], ahead: number): void {
  for (const card of cards) card.next = addition(card, spans, ahead);
  let price = Math.max(0, ...cards.map(({ next }) => next?.worth ?? 0));
  while (price > LEAST_WORTH) {
    price *= PRICE_STEP;
    for (const card of cards) {
      while (card.next && card.next.worth >= price) {
        if (fits(card, card.next, spans)) take(card, card.next, spans);
        card.next = addition(card, spans, ahead);
      }
    }
  }
}

/** The worthiest review to add to those of a card; null where none is worth it and fits. */
function addition(card: Candidate, spans: readonly Span[], ahead: number): Addition | null {
  let best: Addition | null = null;
  const isFirst = isFresh(card) && card.spans.length === 0;
  const least = (isFirst ? 2 : 1) - ROUNDING; // what is new is asked twice: to save time where little room is left
  spans.forEach(({ at, room }, index) => {
    if (room < least || at < card.opens || card.spans.includes(index)) return;
    const added = adding(card, index, spans, ahead);
    if (added.worth > (best?.worth ?? LEAST_WORTH) && fits(card, added, spans)) best = added;
  });
  return best;
}

function adding(card: Candidate, index: number, spans: readonly Span[], ahead: number): Addition {
  const before = card.spans.filter((each) => each < index);
  const chosen = [...before, index, ...card.spans.slice(before.length)];
  const days = chosen.map((each) => spans[each]?.at ?? 0);
  const outcome = foresee(card.start, days, ahead);
  const cost = Math.max(LEAST_COST, sum(outcome.asks) - sum(card.outcome.asks));
  return { spans: chosen, outcome, worth: (outcome.recall - card.outcome.recall) / cost };
}

/** Whether there is room for an addition; what is planned for the card already makes room for itself. */
function fits(card: Candidate, added: Addition, spans: readonly Span[]): boolean {
  return added.spans.every((index, place) => {
    return asked(added, place) - asked(card, card.spans.indexOf(index)) <= (spans[index]?.room ?? 0) + ROUNDING;
  });
}

function take(card: Candidate, added: Addition, spans: Span[]): void {
  for (const [sign, held] of [[1, card], [-1, added]] as const) {
    held.spans.forEach((index, place) => {
      const span = spans[index];
      if (span) span.room += sign * asked(held, place);
    });
  }
  card.spans = added.spans;
  card.outcome = added.outcome;
}

function asked({ outcome }: Pick<Candidate, "outcome">, place: number): number {
  return outcome.asks[place] ?? 0;
}

/** What may be asked today, the missed first and then by worth: what is planned for it, and the rest. */
function inOrder(cards: readonly Candidate[], ahead: number): { today: Candidate[]; spare: Candidate[] } {
  const open = cards
    .filter(({ opens }) => opens === 0)
    .map((card) => ({ card, worth: worthToday(card, ahead), missed: Number(card.isMissed) }))
    .sort((one, other) => other.missed - one.missed || other.worth - one.worth);
  // One card that was never asked is worth as much as another: the course says which is first.
  let fresh = open.filter(({ card }) => isFresh(card) && isToday(card)).length;
  const isChosen = (card: Candidate): boolean => (isFresh(card) ? fresh-- > 0 : isToday(card));
  const chosen = new Set(open.filter(({ card }) => isChosen(card)).map(({ card }) => card));
  const spare = open.filter(({ card, worth }) => !chosen.has(card) && worth > LEAST_WORTH);
  return { today: [...chosen], spare: spare.map(({ card }) => card) };
}

function isToday(card: Candidate): boolean {
  return card.spans[0] === 0;
}

function isFresh(card: Candidate): boolean {
  return card.start.spot === null;
}

/** What a review today adds by itself, for each time that the card is asked. */
function worthToday(card: Candidate, ahead: number): number {
  const { recall, asks } = foresee(card.start, [0], ahead);
  return (recall - card.without) / sum(asks);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length > 0 ? sum(numbers) / numbers.length : 0;
}
