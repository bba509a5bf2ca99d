/** One right option among several. */
import { gradeOne } from "../grading";
import { readOptions } from "../options";
import type { ReadQuestion } from "./question";

/** A question with radio buttons. */
export const choice: ReadQuestion = (form, answer, chance) =>
  readOptions(form, answer, chance, gradeOne, "The answer");
