/** The button that copies the address of a paper. */
import { button, element } from "../dom";

/** The button, and the line that says what came of it. Where nothing may be copied, the address stands there to be taken. */
export function copyAddress(): HTMLElement[] {
  const said = element("p", "exam-copied");
  said.setAttribute("role", "status");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "The address is copied. Whoever opens it gets the same paper.";
    } catch {
      said.replaceChildren("Your browser does not let the page copy. This is the address: ", written(location.href));
    }
  };
  return [button("Copy the address of this paper", () => void copy()), said];
}

function written(address: string): HTMLInputElement {
  const field = element("input", "exam-address");
  Object.assign(field, { type: "text", readOnly: true, value: address });
  field.setAttribute("aria-label", "The address of this paper");
  field.addEventListener("focus", () => field.select());
  return field;
}
