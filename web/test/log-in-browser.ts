/** Puts the log on `window`, for the tests in a real browser: tests/browser/test_log.py. */
import { kept, passing, StorageFull, StorageNewer, type World } from "../src/log/store";
import { ENTRIES, idOf } from "./entries";

let drawn = Number(new URLSearchParams(location.search).get("ids") ?? "1000");

/** A clock that stands still, and ids in order. */
const world: World = { now: () => 1_790_000_000_000, id: () => idOf((drawn += 1)) };

function nameOf(error: unknown): string {
  if (error instanceof StorageFull) return "full";
  if (error instanceof StorageNewer) return "newer";
  return error instanceof Error ? error.name : "something else";
}

Object.assign(window, {
  ENTRIES,
  OTHERS: ENTRIES.map((entry) => ({ ...entry, id: idOf(entry.n + 100) })),
  kept: (name = "progress") => kept(name, world),
  passing: () => passing(world),
  /** What a piece of work stumbles over; "nothing" where it does not. */
  stumbles: async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return "nothing";
    } catch (error) {
      return nameOf(error);
    }
  },
});
