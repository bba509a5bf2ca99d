import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { addressOfPaper, readAddress } from "../src/exam/address";
import { course, item, lesson } from "./exam-course";

const COURSE = {
  ...course(lesson("tea", item("a")), lesson("milk", item("b")), lesson("sugar")),
  was: { lessons: { chai: "tea" }, asked: {}, misconceptions: {} },
};
const read = (search: string) => readAddress(search, COURSE);

test("an address that was made is read again", () => {
  const choice = { seed: 4_294_967_295, lessons: ["tea", "milk"], count: 8, minutes: 20 };
  const end = addressOfPaper(choice, "1abc");
  equal(end, "?seed=1z141z3&lessons=tea,milk&n=8&minutes=20&paper=1abc");
  deepEqual(read(end), { ...choice, paper: "1abc", odd: [] });
});

test("without a limit no minutes are named", () => {
  const end = addressOfPaper({ seed: 0, lessons: ["tea"], count: 1, minutes: null }, "x");
  equal(end, "?seed=0&lessons=tea&n=1&paper=x");
  equal(read(end).minutes, null);
});

test("an address that says nothing is not odd", () => {
  deepEqual(read(""), { seed: null, lessons: null, count: null, minutes: null, paper: null, odd: [] });
  deepEqual(read("?utm=1").odd, []);
});

for (const [search, said] of [
  ["?seed=", /paper that there cannot be/],
  ["?seed=1z141z4", /paper that there cannot be/],
  ["?seed=-1", /paper that there cannot be/],
  ["?seed=%F0%9F%8D%B5", /paper that there cannot be/],
  ["?n=0", /number of questions/],
  ["?n=1e3", /number of questions/],
  ["?n=501", /number of questions/],
  ["?n=ten", /number of questions/],
  ["?minutes=0", /time limit/],
  ["?minutes=601", /time limit/],
  ["?minutes=-5", /time limit/],
  ["?lessons=", /no lesson of this course/],
  ["?lessons=constructor", /no lesson of this course/],
  ["?lessons=__proto__", /no lesson of this course/],
  ["?lessons=sugar", /no lesson of this course/],
  ["?lessons=tea,sugar", /names a lesson without questions/],
  ["?lessons=tea,x,y", /names 2 lessons without questions/],
] as const) {
  test(`${search} is left out, with a sentence`, () => {
    const { odd, seed, count, minutes } = read(search);
    equal(odd.length, 1);
    match(odd[0] ?? "", said);
    deepEqual([seed, count, minutes], [null, null, null]);
  });
}

test("lessons come in the order of the course, once, by their ids of now", () => {
  deepEqual(read("?lessons=milk,chai,tea").lessons, ["tea", "milk"]);
  deepEqual(read("?lessons=milk,chai,tea").odd, []);
  deepEqual(read("?lessons=tea,x").lessons, ["tea"]);
  equal(read("?lessons=x").lessons, null);
});
