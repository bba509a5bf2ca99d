/** Any number of right options. */
import { gradeSet } from "../grading";
import { readOptions } from "../options";
import type { ReadQuestion } from "./question";

/** A question with checkboxes. */
export const multiple: ReadQuestion = (form, answer, chance) =>
  readOptions(form, answer, chance, gradeSet, "Part of the answer");
