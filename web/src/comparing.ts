/** What the learner chose beside what is right. */
import { copyOf, element } from "./dom";

const NONE = "None of them";

/** Two columns of options, by the elements that hold their texts. */
export function comparison(chosen: readonly Element[], right: readonly Element[]): HTMLElement {
  const columns = element("dl", "comparison");
  columns.append(
    column("is-wrong", "You chose", chosen),
    column("is-right", right.length > 1 ? "Right are" : "Right is", right),
  );
  return columns;
}

function column(kind: string, name: string, options: readonly Element[]): HTMLElement {
  const made = element("div", kind);
  made.append(element("dt", "", name));
  if (options.length === 0) made.append(element("dd", "", NONE));
  for (const option of options) {
    const text = element("dd", "");
    text.append(copyOf(option));
    made.append(text);
  }
  return made;
}
