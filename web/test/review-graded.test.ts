import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/log/entry";
import { passing, type Log } from "../src/log/store";
import { wasGraded } from "../src/review/graded";
import { NAME } from "../src/review/kept";
import { known } from "../src/review/standings";
import { answered, idOf, NONE, reviewed, undone } from "./entries";

async function filled(...entries: readonly Entry[]): Promise<Log> {
  const log = passing({ now: () => reviewed.at, id: () => idOf(100) });
  await log.merge(entries);
  return log;
}

test("a grade is known of before any page asked for the reviews", async () => {
  equal(await wasGraded(await filled()), false);
  equal(await wasGraded(await filled(answered)), false);
  equal(await wasGraded(await filled(answered, reviewed)), true);
});

test("a grade that was taken back is none", async () => {
  equal(await wasGraded(await filled(answered, reviewed, undone)), false);
});

test("what is kept is enough, and a grade that came after it counts too", async () => {
  const log = await filled(answered);
  await known(log, NONE);
  equal(await wasGraded(log), false);
  await log.append({ kind: "reviewed", about: "say-boil", edition: "e", grade: 3, retention: 0.9 });
  equal(await wasGraded(log), true);
  await known(log, NONE);
  equal(await wasGraded({ ...log, since: async () => [] }), true);
});

test("where nothing of use is kept, the log tells", async () => {
  const log = await filled(reviewed);
  for (const odd of [undefined, null, "nonsense", { version: 0 }]) {
    await log.keep(NAME, odd);
    equal(await wasGraded(log), true, JSON.stringify(odd));
  }
});
