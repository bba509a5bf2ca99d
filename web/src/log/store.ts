/** Keeps the log in the browser, and what was made of it. The one file that touches storage. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Entry, News } from "./entry";
import { byPlace, missing, placed, type Place } from "./order";

/** A log: entries are added to it, and nothing else, until it is erased. */
export interface Log {
  /** Adds an entry and returns it. Rejects with StorageFull where there is no room; nothing is then kept of it. */
  append(news: News): Promise<Entry>;
  /** All entries, in order. */
  all(): Promise<Entry[]>;
  /** The entries about one thing, in order. */
  about(name: string): Promise<Entry[]>;
  /** The entries that follow a place, in order. */
  since(place: Place): Promise<Entry[]>;
  /** How many entries there are. */
  size(): Promise<number>;
  /** Adds those of `entries` that are missing, all or none; returns how many. Rejects as `append` does. */
  merge(entries: readonly Entry[]): Promise<number>;
  /** Forgets everything. */
  erase(): Promise<void>;
  /** What `keep` was last given under a name; undefined where nothing is there. */
  kept(name: string): Promise<unknown>;
  /** Keeps something that was made of the log, so that it need not be made again. It may be gone at any time. */
  keep(name: string, value: unknown): Promise<void>;
}

/** What a log takes from the world: the clock, and chance. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new id. */
  id(): string;
}

/** The browser has no room for more. */
export class StorageFull extends Error {}

/** What is kept was written by a newer version of the site. */
export class StorageNewer extends Error {}

interface Schema extends DBSchema {
  log: { key: [number, string]; value: Entry; indexes: { about: [string, number, string] } };
  derived: { key: string; value: unknown };
}

type Database = IDBPDatabase<Schema>;

/** Each brings the database from the version before to its own. They are never changed, only added to. */
const MIGRATIONS: readonly ((database: Database) => void)[] = [
  (database) => {
    const log = database.createObjectStore("log", { keyPath: ["n", "id"] });
    log.createIndex("about", ["about", "n", "id"]);
  },
  (database) => {
    database.createObjectStore("derived");
  },
];

/**
 * Opens the log of that name; entries stay in order of place. Rejects with StorageNewer where a newer version of the
 * site was here, and with the browser's own error where it lets nothing be kept: `passing` then serves until the page
 * is closed.
 */
export async function kept(name: string, world: World): Promise<Log> {
  const database = await telling(() =>
    openDB<Schema>(name, MIGRATIONS.length, {
      upgrade: (opened, from) => MIGRATIONS.slice(from).forEach((migrate) => migrate(opened)),
      // Another tab has a newer version of the site: let it go on.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    }),
  );
  return {
    append: (news) => telling(() => append(database, news, world)),
    all: () => database.getAll("log"),
    about: (of) => database.getAllFromIndex("log", "about", IDBKeyRange.bound([of], [of, []])),
    since: ({ n, id }) => database.getAll("log", IDBKeyRange.lowerBound([n, id], true)),
    size: () => database.count("log"),
    merge: (entries) => telling(() => merge(database, entries)),
    erase: () => erase(database),
    kept: (of) => database.get("derived", of),
    keep: (of, value) => telling(async () => void (await database.put("derived", value, of))),
  };
}

/** A log that lasts as long as the page. */
export function passing(world: World): Log {
  let log: Entry[] = [];
  const derived = new Map<string, unknown>();
  return {
    append: async (news) => {
      const entry = placed(news, log[log.length - 1]?.n ?? 0, world.id(), world.now());
      log.push(entry);
      return entry;
    },
    all: async () => [...log],
    about: async (of) => log.filter(({ about }) => about === of),
    since: async (place) => log.filter((entry) => byPlace(entry, place) > 0),
    size: async () => log.length,
    merge: async (entries) => {
      const added = missing(log, entries);
      log = [...log, ...added].sort(byPlace);
      return added.length;
    },
    erase: async () => {
      log = [];
      derived.clear();
    },
    kept: async (of) => derived.get(of),
    keep: async (of, value) => void derived.set(of, value),
  };
}

/** Two tabs that write at once wait for each other here: a transaction sees all that came before it. */
async function append(database: Database, news: News, world: World): Promise<Entry> {
  const write = database.transaction("log", "readwrite");
  const last = await write.store.openKeyCursor(null, "prev");
  const entry = placed(news, last?.key[0] ?? 0, world.id(), world.now());
  await Promise.all([write.store.add(entry), write.done]);
  return entry;
}

async function merge(database: Database, entries: readonly Entry[]): Promise<number> {
  const write = database.transaction("log", "readwrite");
  const keys = await write.store.getAllKeys();
  const added = missing(
    keys.map(([n, id]) => ({ n, id })),
    entries,
  );
  await Promise.all([...added.map((entry) => write.store.add(entry)), write.done]);
  return added.length;
}

async function erase(database: Database): Promise<void> {
  const write = database.transaction(["log", "derived"], "readwrite");
  await Promise.all([write.objectStore("log").clear(), write.objectStore("derived").clear(), write.done]);
}

/** Gives the browser's errors that a learner can do something about a name of ours. */
async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "QuotaExceededError") throw new StorageFull();
    if (name === "VersionError") throw new StorageNewer();
    throw error;
  }
}
