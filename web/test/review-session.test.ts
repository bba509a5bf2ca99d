import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { afterGrade, afterLeaving, sitting } from "../src/review/session";

test("what is known leaves; what is not comes again after three others", () => {
  let session = sitting(["a", "b", "c", "d", "e"]);
  session = afterGrade(session, true);
  deepEqual([session.queue, session.done, session.known], [["b", "c", "d", "e"], 1, 1]);
  session = afterGrade(session, false);
  deepEqual([session.queue, session.done], [["c", "d", "e", "b"], 1]);
});

test("what is not known comes until it is known once, and then counts as done and not as known", () => {
  let session = sitting(["a"]);
  for (let time = 0; time < 5; time += 1) session = afterGrade(session, false);
  deepEqual(session.queue, ["a"]);
  session = afterGrade(session, true);
  deepEqual([session.queue, session.done, session.known], [[], 1, 0]);
});

test("what is put off leaves and counts for nothing", () => {
  const session = afterLeaving(sitting(["a", "b"]));
  deepEqual([session.queue, session.done, session.known], [["b"], 0, 0]);
});

test("each step knows the one before; an empty sitting stays as it is", () => {
  const start = sitting(["a"]);
  equal(start.before, null);
  equal(afterGrade(start, true).before, start);
  equal(afterLeaving(start).before, start);
  const empty = sitting([]);
  equal(afterGrade(empty, true), empty);
});
