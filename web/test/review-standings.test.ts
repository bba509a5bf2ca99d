import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/log/entry";
import { passing, type Log } from "../src/log/store";
import { standingOf } from "../src/review/standing";
import { known } from "../src/review/standings";
import { answered, ENTRIES, idOf, NONE, reviewed } from "./entries";

/** A log that says how often all of it was asked for. */
function counted(): Log & { readings: number } {
  let drawn = 100;
  const log = passing({ now: () => reviewed.at, id: () => idOf((drawn += 1)) });
  return {
    ...log,
    readings: 0,
    all() {
      this.readings += 1;
      return log.all();
    },
  };
}

async function filled(entries: readonly Entry[] = ENTRIES): Promise<ReturnType<typeof counted>> {
  const log = counted();
  await log.merge(entries);
  return log;
}

test("an empty log leaves nothing known", async () => {
  const { standings, met } = await known(counted(), NONE);
  deepEqual([standings.size, met.size], [0, 0]);
});

test("what is known of each follows from its own entries; settings are about nothing", async () => {
  const { standings, met } = await known(await filled(), NONE);
  deepEqual([...standings.keys()].sort(), ["say-boil", "when-boil"]);
  deepEqual(standings.get("when-boil"), standingOf([answered]));
  deepEqual([...met].sort(), ["kettles", "say-boil", "when-boil"]);
});

test("what was added is folded onto what was kept, and taking back replays one card", async () => {
  const log = await filled();
  await known(log, NONE);
  await log.append({ kind: "reviewed", about: "new", edition: "e", grade: 3, retention: 0.9 });
  const { id } = await log.append({ kind: "reviewed", about: "say-boil", edition: "e", grade: 1, retention: 0.9 });
  ok((await known(log, NONE)).standings.get("say-boil")?.isMissed);
  await log.append({ kind: "undone", about: "say-boil", entry: id });
  const { standings } = await known(log, NONE);
  equal(standings.get("say-boil")?.isMissed, false);
  equal(standings.get("new")?.memory.reps, 1);
  equal(log.readings, 0, "the whole log was read again");
});

test("what is kept may be gone, from elsewhere or of an older make: the same follows", async () => {
  const log = await filled();
  const { standings } = await known(log, NONE);
  for (const odd of [undefined, null, "nonsense", { version: 0 }, { version: 1 }]) {
    await log.keep("standings", odd);
    deepEqual((await known(log, NONE)).standings, standings);
  }
});

test("entries of another device that belong before those that were folded are seen", async () => {
  const log = await filled([{ ...reviewed, n: 9 }]);
  await known(log, NONE);
  await log.merge([{ ...reviewed, n: 3, id: idOf(77), grade: 1 }]);
  deepEqual((await known(log, NONE)).standings.get("say-boil"), standingOf(await log.about("say-boil")));
});

test("what was renamed keeps what was learnt under both names, also where the course renames it later", async () => {
  const log = await filled([reviewed, { ...reviewed, n: 5, id: idOf(5), about: "said-boil" }]);
  equal((await known(log, NONE)).standings.size, 2);
  const was = { ...NONE, asked: { "say-boil": "said-boil" } };
  const { standings, met } = await known(log, was);
  deepEqual([...standings.keys()], ["said-boil"]);
  equal(standings.get("said-boil")?.memory.reps, 2);
  deepEqual([...met], ["said-boil"]);
  const { id } = await log.append({ kind: "reviewed", about: "said-boil", edition: "", grade: 1, retention: 0.9 });
  await log.append({ kind: "undone", about: "said-boil", entry: id });
  equal((await known(log, was)).standings.get("said-boil")?.memory.reps, 2);
});
