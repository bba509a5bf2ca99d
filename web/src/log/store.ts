/** Keeps the log in the browser, and what was made of it. The one file that touches storage. */
import type { Entry, News } from "./entry";
import { byPlace, missing, placed, type Place } from "./order";
import { done, got } from "./requests";

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

/** Each brings the database from the version before to its own. They are never changed, only added to. */
const MIGRATIONS: readonly ((database: IDBDatabase) => void)[] = [
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
  const database = await telling(() => opened(name));
  const log = (): IDBObjectStore => database.transaction("log").objectStore("log");
  return {
    append: (news) => telling(() => append(database, news, world)),
    all: () => got<Entry[]>(log().getAll()),
    about: (of) => got<Entry[]>(log().index("about").getAll(IDBKeyRange.bound([of], [of, []]))),
    since: ({ n, id }) => got<Entry[]>(log().getAll(IDBKeyRange.lowerBound([n, id], true))),
    size: () => got(log().count()),
    merge: (entries) => telling(() => merge(database, entries)),
    erase: () => erase(database),
    kept: (of) => got<unknown>(database.transaction("derived").objectStore("derived").get(of)),
    keep: (of, value) => telling(() => keep(database, of, value)),
  };
}

async function opened(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, MIGRATIONS.length);
  asked.onupgradeneeded = ({ oldVersion }) => {
    MIGRATIONS.slice(oldVersion).forEach((migrate) => migrate(asked.result));
  };
  const database = await got(asked);
  // Another tab has a newer version of the site: let it go on.
  database.onversionchange = () => database.close();
  return database;
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
async function append(database: IDBDatabase, news: News, world: World): Promise<Entry> {
  const write = database.transaction("log", "readwrite");
  const store = write.objectStore("log");
  const last = await got(store.openKeyCursor(null, "prev"));
  const [place] = (last?.key ?? [0]) as [number];
  const entry = placed(news, place, world.id(), world.now());
  store.add(entry);
  await done(write);
  return entry;
}

async function merge(database: IDBDatabase, entries: readonly Entry[]): Promise<number> {
  const write = database.transaction("log", "readwrite");
  const store = write.objectStore("log");
  const keys = (await got(store.getAllKeys())) as [number, string][];
  const added = missing(
    keys.map(([n, id]) => ({ n, id })),
    entries,
  );
  for (const entry of added) store.add(entry);
  await done(write);
  return added.length;
}

async function erase(database: IDBDatabase): Promise<void> {
  const write = database.transaction(["log", "derived"], "readwrite");
  for (const name of ["log", "derived"]) write.objectStore(name).clear();
  await done(write);
}

async function keep(database: IDBDatabase, of: string, value: unknown): Promise<void> {
  const write = database.transaction("derived", "readwrite");
  write.objectStore("derived").put(value, of);
  await done(write);
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
