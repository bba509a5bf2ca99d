import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { GAP, MARGIN, lineAt, place } from "../src/placing";

const VIEW = { width: 320, height: 640 };
const NOTE = { width: 200, height: 100 };
const words = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 20 });

test("a note stands below its words, its text in line with them", () => {
  deepEqual(place(words(50, 100), NOTE, VIEW), { left: 36, top: 120 + GAP });
});

test("it stays inside the sides of the window", () => {
  equal(place(words(0, 100), NOTE, VIEW).left, MARGIN);
  equal(place(words(280, 100), NOTE, VIEW).left, VIEW.width - NOTE.width - MARGIN);
});

test("it stands above its words where it fits there alone", () => {
  equal(place(words(50, 600), NOTE, VIEW).top, 600 - GAP - NOTE.height);
});

test("where it fits nowhere it stands below, and never over its words", () => {
  equal(place(words(50, 300), { width: 200, height: 500 }, VIEW).top, 320 + GAP);
});

test("of a link over two lines the line is meant at which the pointer is", () => {
  const lines = [words(280, 100), words(0, 120)];
  equal(lineAt(lines, 130), lines[1]);
  equal(lineAt(lines, null), lines[0]);
  equal(lineAt(lines, 10), lines[0]);
  equal(lineAt([], 10), undefined);
});
