/** How far the learner is with each objective and each claim. Pure: what is known comes in, and the time. */
import type { Claim, Course, Lesson } from "../course";
import type { Entry, EntryOf } from "../log/entry";
import type { Standing } from "../review/standing";
import { GRADES, retrievability } from "../schedule";
import { DAY } from "../time";

/** In words: nothing done yet; often wrong; more right than wrong, or new; known as far as tried; known. */
export type Level = "unknown" | "shaky" | "growing" | "promising" | "solid";

/** From which score on something grows, and from which it is known. */
const GROWS = 0.6;
const KNOWN = 0.85;
/** No score is above this until something was recalled after a day: right at once says little of what stays. */
export const HELD = 0.8;
/** A right answer with the hint open shows half of what one without it does. */
const HINTED = 0.5;

export interface Mastery {
  readonly level: Level;
  /** From 0 to 1; null where nothing was done. */
  readonly score: number | null;
  /** Whether the score would be higher, had anything been recalled after a day. */
  readonly isHeld: boolean;
  /** How many of its items and cards say something, of how many there are. */
  readonly known: number;
  readonly of: number;
}

export interface LessonMastery {
  readonly lesson: Lesson;
  readonly objectives: readonly { readonly goal: string; readonly mastery: Mastery }[];
  readonly claims: readonly { readonly claim: Claim; readonly mastery: Mastery }[];
}

/** What an item or a card says of the claims that it is about; null while it says nothing. */
interface Piece {
  readonly claims: readonly string[];
  readonly score: number | null;
  /** Whether it was known a day or more after it was asked for before. */
  readonly isRecalled: boolean;
}

/**
 * The mastery of each lesson's objectives and of its claims.
 *
 * Each item and each card that is about a claim is a piece of evidence for it, and all pieces count the same. An item
 * gives its last first try: 1 for a right one, a half for a right one with the hint open, 0 for a wrong one; where only
 * the learner can judge, it says nothing. A card gives its retrievability: how likely its answer is still known now.
 * The score is the mean of those that say something. An objective is measured by all that is about any of its claims,
 * each once. A score is held at growing until one of its pieces was recalled after a day or more, and a high one makes
 * a claim solid only once half of its pieces were tried.
 *
 * A claim stands with the first lesson that names it. `entries` are those that hold, in order.
 */
export function masteryOf(
  course: Course,
  entries: readonly Entry[],
  standings: ReadonlyMap<string, Standing>,
  now: number,
): LessonMastery[] {
  const pieces = piecesOf(course, entries, standings, now);
  const left = new Map(course.claims.map((claim) => [claim.id, claim]));
  return course.lessons.map((lesson) => ({
    lesson,
    objectives: lesson.objectives.map(({ goal, claims }) => ({ goal, mastery: measured(pieces, claims) })),
    claims: namedBy(lesson).flatMap((id) => {
      const claim = left.get(id);
      return left.delete(id) && claim ? { claim, mastery: measured(pieces, [id]) } : [];
    }),
  }));
}

/** Whether anything of a lesson was done. */
export function isBegun({ objectives, claims }: LessonMastery): boolean {
  return [...objectives, ...claims].some(({ mastery }) => mastery.known > 0);
}

function namedBy({ objectives, items, cards }: Lesson): string[] {
  return [...new Set([...objectives, ...items, ...cards].flatMap(({ claims }) => claims))];
}

function piecesOf(
  course: Course,
  entries: readonly Entry[],
  standings: ReadonlyMap<string, Standing>,
  now: number,
): Piece[] {
  const tries = lastTries(entries);
  const recalled = recalledIn(entries);
  const piece = (id: string, claims: readonly string[], score: number | null): Piece => {
    return { claims, score, isRecalled: recalled.has(id) };
  };
  return course.lessons.flatMap(({ items, cards }) => [
    ...items.map(({ id, claims }) => piece(id, claims, tries.get(id) ?? null)),
    ...cards.map(({ id, claims }) => piece(id, claims, recallOf(standings.get(id), now))),
  ]);
}

/** What was known without help a day or more after it was asked for before. */
function recalledIn(entries: readonly Entry[]): Set<string> {
  const last = new Map<string, number>();
  const recalled = new Set<string>();
  for (const entry of entries) {
    const isKnown = wasKnown(entry);
    if (isKnown === null) continue;
    if (isKnown && entry.at - (last.get(entry.about) ?? entry.at) >= DAY) recalled.add(entry.about);
    last.set(entry.about, entry.at);
  }
  return recalled;
}

/** Whether what an entry is about was known; null where the entry does not tell. */
function wasKnown(entry: Entry): boolean | null {
  if (entry.kind === "reviewed") return entry.grade !== GRADES.again;
  if (entry.kind !== "answered" || entry.right === null) return null;
  return entry.first && entry.right && !entry.hinted;
}

/** What the last first try of each item showed. */
function lastTries(entries: readonly Entry[]): Map<string, number> {
  const tries = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === "answered" && entry.first && entry.right !== null) tries.set(entry.about, worthOf(entry));
  }
  return tries;
}

function worthOf({ right, hinted }: EntryOf<"answered">): number {
  if (!right) return 0;
  return hinted ? HINTED : 1;
}

function recallOf(known: Standing | undefined, now: number): number | null {
  return known && known.memory.reps > 0 ? retrievability(known.memory, now) : null;
}

function measured(pieces: readonly Piece[], claims: readonly string[]): Mastery {
  const about = pieces.filter((piece) => piece.claims.some((id) => claims.includes(id)));
  const scores = about.flatMap(({ score }) => (score === null ? [] : score));
  const mean = scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const isHeld = mean !== null && mean > HELD && !about.some(({ isRecalled }) => isRecalled);
  const score = isHeld ? HELD : mean;
  return { score, isHeld, known: scores.length, of: about.length, level: levelOf(score, scores.length / about.length) };
}

function levelOf(score: number | null, tried: number): Level {
  if (score === null) return "unknown";
  if (score < GROWS) return "shaky";
  if (score < KNOWN) return "growing";
  return tried < 0.5 ? "promising" : "solid";
}
