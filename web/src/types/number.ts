/** A number to work out: right within a tolerance, a named mistake with its reason, or near in some way. */
import { copyOf, element } from "../dom";
import { markField, readField, unmarkField } from "../field";
import { judge, parseNumber, type Target } from "../numbers";
import type { Finding, ReadQuestion } from "./question";

const EMPTY = "Write a number first.";
const NO_NUMBER = "That is no number yet: write digits, as in 0.25, -2 or 1e-3, without separators between thousands.";

/** A question with a field for a number. The answer and the mistakes are those that the static page lists. */
export const number: ReadQuestion = (form, answer) => {
  const response = form.querySelector<HTMLElement>(".response.number");
  const field = readField(response?.querySelector("input"));
  const list = answer.querySelector<HTMLElement>(".reasons[data-within]");
  const rows = [...(list?.querySelectorAll<HTMLElement>("li[data-value]") ?? [])];
  const target = list ? readTarget(list, rows) : null;
  if (!response || !field || !list || !target) return null;
  const unit = response.querySelector(".unit")?.textContent ?? "";
  const mistaken = rows.filter((row) => row.dataset["verdict"] === "wrong");
  const shown = element("div", "number-reasons");
  response.after(shown);

  const find = (value: number): Finding => {
    const { right, verdict, mistake } = judge(value, target);
    const row = mistake === null ? undefined : mistaken[mistake];
    const why = row?.querySelector(".reason-why");
    const shows = row?.dataset["shows"];
    return { right, verdict, chosen: [String(value)], shows: shows ? [shows] : [], reasons: why ? [why] : [] };
  };

  return {
    action: "Check",
    again: "Again",
    first: field.input,
    check() {
      const value = parseNumber(field.input.value, unit);
      if (value !== null) return find(value);
      if (field.input.value.trim() === "") return EMPTY;
      field.input.setAttribute("aria-invalid", "true");
      return NO_NUMBER;
    },
    given: () => (parseNumber(field.input.value, unit) === null ? [] : [field.input.value]),
    put: ([given = ""]) => void (field.input.value = given),
    explain(finding, all) {
      markField(field, finding.right === true, finding.right ? "Right" : "Wrong");
      shown.replaceChildren();
      if (all) {
        const reasons = element("ul", "reasons");
        reasons.append(copyOf(list));
        shown.append(reasons);
      } else {
        for (const why of finding.reasons) {
          const reason = element("div", "field-why");
          reason.append(copyOf(why));
          shown.append(reason);
        }
      }
    },
    clear(forget) {
      unmarkField(field);
      shown.replaceChildren();
      if (forget) field.input.value = "";
    },
  };
};

/** The right value, the tolerance and the named mistakes; null unless all are numbers. */
function readTarget(list: HTMLElement, rows: readonly HTMLElement[]): Target | null {
  const values = (verdict: string): number[] =>
    rows.filter((row) => row.dataset["verdict"] === verdict).map((row) => Number(row.dataset["value"]));
  const [answer = NaN] = values("right");
  const target = { answer, within: Number(list.dataset["within"]), mistakes: values("wrong") };
  return [target.answer, target.within, ...target.mistakes].every(Number.isFinite) ? target : null;
}
