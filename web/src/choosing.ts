/** A form of settings: the controls of the static page show what holds, and each is kept as it is changed. */
import { settingsIn } from "./chosen";
import type { Desk } from "./desk";
import { element } from "./dom";
import { fits, nameOf, type Settings } from "./settings";

type Value = boolean | number | string;

/** How a setting is shown in its control, and read from it. */
interface Shown {
  readonly show: (value: Value) => Value;
  readonly read: (shown: Value) => Value;
}

const AS_IS: Shown = { show: (value) => value, read: (shown) => shown };
const AS_NUMBER: Shown = { show: String, read: (shown) => (shown === "" ? NaN : Number(shown)) };
const AS_PERCENT: Shown = {
  show: (value) => String(Math.round(Number(value) * 100)),
  read: (shown) => Number(shown) / 100,
};

const SHOWN: { readonly [K in keyof Settings]?: Shown } = {
  grades: AS_NUMBER,
  fresh: AS_NUMBER,
  limit: AS_NUMBER,
  retention: AS_PERCENT,
  keys: AS_IS,
  interview: AS_IS,
  minutes: AS_NUMBER,
};

/** Fills a form and lets it keep what is changed. `onKept` is called once something was. */
export async function keepSettings(form: HTMLFormElement, desk: Desk, onKept?: () => void): Promise<void> {
  const fill = async (): Promise<void> => fillIn(form, await settingsIn(desk.log));
  desk.onChange(() => void fill());
  await fill();
  const said = element("p", "said");
  said.setAttribute("role", "status");
  form.append(said);
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) void keep(desk, target, said).then((isKept) => isKept && onKept?.());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function fillIn(form: HTMLFormElement, settings: Settings): void {
  for (const input of form.querySelectorAll("input")) {
    const setting = input.name as keyof Settings;
    const shown = SHOWN[setting]?.show(settings[setting]);
    if (input.type === "checkbox") input.checked = shown === true;
    else if (input.type === "radio") input.checked = input.value === shown;
    else if (input !== document.activeElement) input.value = String(shown);
  }
}

/** Whether what a control has now was fit to be kept; if not, it is said why. */
async function keep(desk: Desk, input: HTMLInputElement, said: HTMLElement): Promise<boolean> {
  const setting = input.name as keyof Settings;
  const value = SHOWN[setting]?.read(input.type === "checkbox" ? input.checked : input.value);
  if (value === undefined || input.validity.badInput || !fits(setting, value)) {
    input.setAttribute("aria-invalid", "true");
    said.textContent = unfit(input);
    return false;
  }
  input.removeAttribute("aria-invalid");
  await desk.note({ kind: "set", about: nameOf(setting), value });
  said.textContent = "Kept.";
  return true;
}

function unfit({ type, min, max }: HTMLInputElement): string {
  return type === "date" ? "Not kept: this is no date." : `Not kept: this is a whole number from ${min} to ${max}.`;
}
