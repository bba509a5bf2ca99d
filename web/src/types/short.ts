/** A written (or spoken) answer, which the learner compares with a model answer. */
import { countPoints } from "../points";
import type { Finding, ReadQuestion } from "./question";

const COMPARED: Finding = {
  right: null,
  verdict: "Here is a model answer to compare with yours.",
  chosen: [],
  shows: [],
  reasons: [],
};

/** A question with a text field. Nobody is made to type: an answer may be said aloud. */
export const short: ReadQuestion = (form, answer) => {
  const field = form.querySelector<HTMLTextAreaElement>(".response textarea");
  if (!field) return null;
  const points = answer.querySelector<HTMLFieldSetElement>("fieldset.points");
  const clearPoints = points ? countPoints(points) : null;
  return {
    action: "Compare with the model answer",
    again: "Answer again",
    first: field,
    check: () => COMPARED,
    given: () => (field.value.trim() === "" ? [] : [field.value]),
    put: ([given = ""]) => void (field.value = given),
    explain() {
      answer.hidden = false;
      answer.open = true;
    },
    clear(forget) {
      answer.hidden = true;
      answer.open = false;
      clearPoints?.();
      if (forget) field.value = "";
    },
  };
};
