import assert from "node:assert/strict";
import { test } from "node:test";
import { type Edition, asked } from "../src/worker/edition";
import { partOf } from "../src/worker/range";

const ROOT = "https://host.example/a%20course/";
const SITE: Edition = {
  version: "1",
  now: { "": "home", "404.html": "lost", "assets/a.js": "script", "lessons/tea/": "tea" },
  later: { "lessons/milk/": "milk", "lessons/milk/süß b.svg": "picture" },
};

const digest = (path: string): string => {
  const found = asked(SITE, ROOT, ROOT + path);
  return found.kind === "file" ? found.digest : found.kind;
};

test("an address names a file, whatever follows it", () => {
  for (const path of ["", "index.html", "?q=1", "#there", "index.html?q=1#there"]) assert.equal(digest(path), "home");
  for (const path of ["lessons/tea/", "lessons/tea/?h=a", "lessons/tea/index.html"]) assert.equal(digest(path), "tea");
  assert.equal(digest("assets/a.js?v=2"), "script");
  assert.equal(digest("lessons/milk/"), "milk");
  assert.equal(digest("lessons/milk/s%C3%BC%C3%9F%20b.svg"), "picture");
});

test("a folder without its slash is known as one", () => {
  assert.deepEqual(asked(SITE, ROOT, `${ROOT}lessons/tea?q=1`), { kind: "folder", path: "lessons/tea/" });
});

test("what is not there is nothing, and so is what every object has", () => {
  for (const path of ["lessons/", "nowhere/", "assets/a.js/", "toString", "__proto__", "%zz", "404.html/index.html"]) {
    assert.equal(digest(path), "nothing");
  }
});

test("a range names a part", () => {
  assert.deepEqual(partOf("bytes=0-3", 10), { start: 0, end: 4 });
  assert.deepEqual(partOf("bytes=4-", 10), { start: 4, end: 10 });
  assert.deepEqual(partOf("bytes=-3", 10), { start: 7, end: 10 });
  assert.deepEqual(partOf("bytes=-30", 10), { start: 0, end: 10 });
  assert.deepEqual(partOf("bytes=8-99", 10), { start: 8, end: 10 });
});

test("a range that is none asks for all", () => {
  for (const header of [null, "", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=5-4"]) {
    assert.equal(partOf(header, 10), null);
  }
});

test("a range beyond the end, or of nothing, has no part", () => {
  for (const header of ["bytes=10-", "bytes=10-12", "bytes=-0"]) assert.equal(partOf(header, 10), "beyond");
  assert.equal(partOf("bytes=0-", 0), "beyond");
});
