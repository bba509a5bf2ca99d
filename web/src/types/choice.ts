/** One right option among several. */
import { gradeOne } from "../grading";
import { readOptions } from "../options";
import type { ReadQuestion } from "./question";

/** A question with radio buttons. */
export const choice: ReadQuestion = (form, answer) => readOptions(form, answer, gradeOne, "The answer");
