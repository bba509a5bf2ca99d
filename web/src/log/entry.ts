/**
 * What the log holds. An entry says what a learner did, once and for ever: it is never changed, only followed by others.
 * All that is shown of progress is made of entries, so two devices agree as soon as each has the other's.
 *
 * A new kind is one schema and its line in KINDS.
 */
import * as z from "zod/mini";

// It would compile each schema to a function of its own, which the site's content security policy forbids.
z.config({ jitless: true });

/** Names as authors write them, and fingerprints of content. */
const name = z.string().check(z.minLength(1), z.maxLength(200));
const names = z.array(name).check(z.maxLength(1000));
/** Milliseconds since 1970. The bound is that of Date. */
const moment = z.int().check(z.gte(0), z.lte(8.64e15));
/** A share of one. */
const share = z.number().check(z.gt(0), z.lt(1));

const head = {
  /** The entry's place in the log: greater than that of all entries that were known when it was written. */
  n: z.int().check(z.gte(1), z.lte(1e12)),
  /** Drawn by chance, so that no two entries are taken for one. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/)),
  /** When the learner's clock said that it was. */
  at: moment,
  /** The slug of the item, card or lesson, or the name of the setting: what is known of it follows from its entries. */
  about: name,
};

/** An item was answered. */
const answered = z.strictObject({
  ...head,
  kind: z.literal("answered"),
  edition: name,
  /** Null where only the learner can judge. */
  right: z.nullable(z.boolean()),
  /** Whether this was the first check since the item was begun. */
  first: z.boolean(),
  /** How sure the learner said they were; null where they did not say. */
  confidence: z.nullable(z.enum(["guess", "unsure", "sure"])),
  hinted: z.boolean(),
  /** The fingerprints of the options chosen; empty where the item has none. */
  chosen: names,
  /** The misconceptions which that shows. */
  shows: names,
  mode: z.enum(["practice", "exam", "review"]),
});

/** A card, or an item that was missed before, was asked for and graded. */
const reviewed = z.strictObject({
  ...head,
  kind: z.literal("reviewed"),
  edition: name,
  /** 1 again, 2 hard, 3 good, 4 easy. */
  grade: z.literal([1, 2, 3, 4]),
  /** The recall that was aimed at: the next date follows from it, whatever the learner sets later. */
  retention: share,
});

/** An entry about the same card was taken back. */
const undone = z.strictObject({ ...head, kind: z.literal("undone"), entry: head.id });

/** A card was put off. */
const buried = z.strictObject({ ...head, kind: z.literal("buried"), until: moment });

/** A card was taken out of the reviews, or back into them. */
const suspended = z.strictObject({ ...head, kind: z.literal("suspended"), on: z.boolean() });

/** The key points of an answer were ticked, by their fingerprints. */
const ticked = z.strictObject({ ...head, kind: z.literal("ticked"), edition: name, hit: names, missed: names });

/** A lesson was left at a section; empty for its opening. */
const left = z.strictObject({ ...head, kind: z.literal("left"), section: z.string().check(z.maxLength(200)) });

/** A lesson was finished. */
const finished = z.strictObject({ ...head, kind: z.literal("finished") });

/** A setting was chosen. */
const set = z.strictObject({
  ...head,
  kind: z.literal("set"),
  value: z.nullable(z.union([z.boolean(), z.number(), z.string().check(z.maxLength(200))])),
});

const KINDS = [answered, reviewed, undone, buried, suspended, ticked, left, finished, set] as const;

/** Any entry, as it is stored and exported. */
export const entrySchema = z.discriminatedUnion("kind", KINDS);

/** An entry of the log. */
export type Entry = Readonly<z.infer<typeof entrySchema>>;

/** An entry of one kind. */
export type EntryOf<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;

type Unplaced<E> = E extends Entry ? Omit<E, "n" | "id" | "at"> : never;

/** What is to be written down: an entry without its place, its id and its time, which the log gives it. */
export type News = Unplaced<Entry>;
