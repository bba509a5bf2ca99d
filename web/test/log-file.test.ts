import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { read, refuseSize, written, type Read } from "../src/log/file";
import { answered, ENTRIES, reviewed } from "./entries";

const OURS = (): boolean => true;

function refusal(found: Read): string {
  ok("refused" in found, "the file was taken");
  return found.refused;
}

function refusedWith(change: (file: { [key: string]: unknown; entries: unknown[] }) => void): string {
  const file = JSON.parse(written(ENTRIES));
  change(file);
  return refusal(read(JSON.stringify(file), OURS));
}

test("entries of every kind come back as they were", () => {
  deepEqual(read(written(ENTRIES), OURS), { entries: [...ENTRIES] });
});

test("a log without entries can be kept too", () => {
  deepEqual(read(written([]), () => false), { entries: [] });
});

test("an empty file and a file of something else are told apart", () => {
  match(refusal(read(" \n", OURS)), /is empty/);
  match(refusal(read("PK\u0003\u0004", OURS)), /not an export of this site/);
  match(refusal(read("{}", OURS)), /not an export of this site/);
  match(refusal(read("[1, 2]", OURS)), /not an export of this site/);
  match(refusal(read("null", OURS)), /not an export of this site/);
});

test("wherever a file is cut off, it is refused for that", () => {
  const whole = written(ENTRIES).trimEnd();
  for (let length = 30; length < whole.length; length += 1) {
    match(refusal(read(whole.slice(0, length), OURS)), /cut off|not an export/, `${length} characters`);
  }
  match(refusal(read(whole.slice(0, -5), OURS)), /cut off/);
});

test("a newer file asks for a newer page", () => {
  match(refusedWith((file) => (file["version"] = 2)), /newer version of the site/);
  match(refusedWith((file) => (file["version"] = 0)), /never was/);
});

test("the progress of another course is refused, settings alone are not", () => {
  match(refusal(read(written(ENTRIES), (about) => about === "elsewhere")), /another course/);
  const settings = ENTRIES.filter(({ kind }) => kind === "set");
  ok("entries" in read(written(settings), () => false));
});

test("one thing that is still ours is enough", () => {
  ok("entries" in read(written([answered, { ...reviewed, about: "gone" }]), (about) => about === answered.about));
});

test("a damaged entry is named by its place and its key", () => {
  const total = ENTRIES.length;
  const at = (key: string, value: unknown): string =>
    refusedWith((file) => (file.entries[1] = { ...reviewed, [key]: value }));
  equal(at("grade", 5), `The file is damaged: entry 2 of ${total} has a wrong value at 'grade'. Nothing was taken from it.`);
  match(at("n", 0), /at 'n'/);
  match(at("n", 1.5), /at 'n'/);
  match(at("at", -1), /at 'at'/);
  match(at("at", 1e300), /at 'at'/);
  match(at("id", "<script>"), /at 'id'/);
  match(at("about", "x".repeat(201)), /at 'about'/);
  match(at("retention", 1), /at 'retention'/);
  match(at("kind", "constructor"), /entry 2/);
  match(at("more", 1), /entry 2/);
  match(refusedWith((file) => (file.entries[0] = null)), /entry 1 of/);
});

test("a name that means something to the language does no harm", () => {
  const text = written([answered]).replace('"about":', '"__proto__":{"polluted":true},"about":');
  const found = read(text, OURS);
  equal(({} as { polluted?: boolean }).polluted, undefined);
  ok("refused" in found || !("polluted" in found.entries[0]!));
});

test("a huge file is refused before it is read; a log of many years is not", () => {
  match(refuseSize(1e9) ?? "", /far too large/);
  equal(refuseSize(100_000 * (written(ENTRIES).length / ENTRIES.length)), null);
});
