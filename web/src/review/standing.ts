/**
 * Where a card stands: what follows from the entries about it, and from nothing else. So what is kept of it can be
 * deleted and made again, and taking back an entry asks for no other card.
 */
import type { Entry, EntryOf } from "../log/entry";
import { standing } from "../log/order";
import { graded, GRADES, unseen, type Memory } from "../schedule";
import { DAY } from "../time";

/** A card, or an item that was missed, as the reviews know it. */
export interface Standing {
  readonly memory: Memory;
  /** When it was first graded; 0 where it was not. */
  readonly first: number;
  /** The fingerprint of the content that was last asked for. */
  readonly edition: string;
  /** Whether it was not known when last asked: it comes back in the same session, until it is right once. */
  readonly isMissed: boolean;
  /** Until when it is put off; 0 where it is not. */
  readonly buriedUntil: number;
  readonly isSuspended: boolean;
  /** The key points, by their fingerprints, that were missing from the last answer. */
  readonly missedPoints: readonly string[];
}

/** What follows from a whole log. */
export interface Known {
  /** Where each card stands, and each item that was missed, by its id of now. */
  readonly standings: Map<string, Standing>;
  /** Whatever the learner has ever done something with: lessons, items and cards. */
  readonly met: Set<string>;
  /** How many entries the log has. */
  readonly size: number;
}

type Step<E extends Entry> = (before: Standing | null, entry: E) => Standing | null;

const STEPS: { readonly [K in Entry["kind"]]?: Step<EntryOf<K>> } = {
  reviewed: (before, { grade, at, retention, edition }) => {
    const known = before ?? met(at);
    const memory = graded(known.memory, grade, at, retention);
    return { ...known, memory, first: known.first || at, isMissed: grade === GRADES.again, buriedUntil: 0, edition };
  },
  answered: (before, entry) => (entry.first && entry.right === false ? missed(before, entry) : before),
  buried: (before, { until, at }) => ({ ...(before ?? met(at)), buriedUntil: until }),
  suspended: (before, { on, at }) => ({ ...(before ?? met(at)), isSuspended: on }),
  ticked: (before, { missed: missedPoints, edition, at }) => ({ ...(before ?? met(at)), missedPoints, edition }),
};

/** Where a card stands after one more entry about it; null while nothing has brought it into the reviews. */
export function after(before: Standing | null, entry: Entry): Standing | null {
  const step = STEPS[entry.kind] as Step<Entry> | undefined;
  return step ? step(before, entry) : before;
}

/** Where a card stands by all entries about it, in whatever order they come. */
export function standingOf(entries: readonly Entry[]): Standing | null {
  return standing(entries).reduce(after, null);
}

function met(at: number): Standing {
  return {
    memory: unseen(at),
    first: 0,
    edition: "",
    isMissed: false,
    buriedUntil: 0,
    isSuspended: false,
    missedPoints: [],
  };
}

/** A missed item joins the reviews on the next day; one that the learner was sure of comes at once. */
function missed(before: Standing | null, { confidence, at, edition }: EntryOf<"answered">): Standing {
  const known = before ?? met(at);
  const wanted = confidence === "sure" ? at : at + DAY;
  const due = before ? Math.min(before.memory.due, wanted) : wanted;
  return { ...known, memory: { ...known.memory, due }, edition, isMissed: true };
}
