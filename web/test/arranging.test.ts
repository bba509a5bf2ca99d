import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { gradeOrder, landing, moved, moveInWords, placeInWords, stayInWords } from "../src/arranging";
import { creep } from "../src/drag";

const MOVES: [number, number, string][] = [
  [0, 2, "bcad"],
  [2, 0, "cabd"],
  [1, 2, "acbd"],
  [3, 0, "dabc"],
  [0, 3, "bcda"],
  [1, 1, "abcd"],
];

for (const [from, to, expected] of MOVES) {
  test(`what stands at ${from} moved to ${to}`, () => {
    equal(moved([..."abcd"], from, to).join(""), expected);
  });
}

test("moving leaves the list as it was", () => {
  const list = ["a", "b"];
  moved(list, 0, 1);
  deepEqual(list, ["a", "b"]);
});

const ROWS = [
  { top: 0, bottom: 40 },
  { top: 50, bottom: 150 },
  { top: 160, bottom: 200 },
];

const HELD: [number, number, number][] = [
  [0, 0, 0],
  [0, 55, 0], // its lower edge is at 95, and the middle of the next row at 100
  [0, 65, 1],
  [0, 145, 2],
  [0, 900, 2],
  [1, 50, 1],
  [1, 21, 1],
  [1, 19, 0],
  [2, 99, 1],
  [2, 19, 0],
  [2, -900, 0],
];

for (const [from, top, to] of HELD) {
  test(`a row from ${from} held at ${top} lands at ${to}`, () => {
    const { top: above, bottom } = ROWS[from] ?? { top: 0, bottom: 0 };
    equal(landing(ROWS, from, { top, bottom: top + bottom - above }), to);
  });
}

test("a row that has just changed places does not change back by itself", () => {
  const swapped = [ROWS[1], { top: 110, bottom: 150 }, ROWS[2]].map((row, at) => (at === 0 ? { top: 0, bottom: 100 } : row));
  equal(landing(swapped as typeof ROWS, 1, { top: 65, bottom: 105 }), 1);
});

test("an order is right when every step is in its place", () => {
  deepEqual(gradeOrder(["0", "1", "2"], ["0", "1", "2"]), { right: true, verdict: "Right." });
  deepEqual(gradeOrder(["0", "1", "2"], ["0", "2", "1"]), {
    right: false,
    verdict: "Not yet: 1 of 3 in the right place.",
  });
  equal(gradeOrder(["0", "1", "2"], ["1", "2", "0"]).verdict, "Not yet: 0 of 3 in the right place.");
});

test("a step's mark gives its place away only when all is shown", () => {
  equal(placeInWords({ at: 1, belongs: 1, all: false }), "Right place");
  equal(placeInWords({ at: 1, belongs: 1, all: true }), "Right place");
  equal(placeInWords({ at: 0, belongs: 1, all: false }), "Not its place");
  equal(placeInWords({ at: 0, belongs: 1, all: true }), "Belongs at 2");
});

test("places are counted from one", () => {
  equal(moveInWords(1, 4), "Moved to 2 of 4");
  equal(stayInWords(0, 4), "Already 1 of 4");
});

test("the page moves along near the edges of the window alone", () => {
  equal(creep(20, 600), -8);
  equal(creep(300, 600), 0);
  equal(creep(590, 600), 8);
});
