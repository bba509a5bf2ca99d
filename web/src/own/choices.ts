/** <study-settings>: the form of the static page, filled with what holds, kept as it is changed. */
import { settingsIn } from "../chosen";
import { openDesk, type Desk } from "../desk";
import { element } from "../dom";
import { fits, nameOf, type Settings } from "../settings";
import { tellTrouble } from "../trouble";

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
};

/** The settings of the reviews. */
export class StudySettings extends HTMLElement {
  connectedCallback(): void {
    void this.open();
  }

  private async open(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    const desk = await openDesk();
    tellTrouble(desk);
    const fill = async (): Promise<void> => fillIn(form, await settingsIn(desk.log));
    desk.onChange(() => void fill());
    await fill();
    const said = element("p", "said");
    said.setAttribute("role", "status");
    form.append(said);
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement) void keep(desk, event.target, said);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector(".without")?.remove();
    form.hidden = false;
    // The form pushes down what stands below it: the section that was asked for comes back into view.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
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

async function keep(desk: Desk, input: HTMLInputElement, said: HTMLElement): Promise<void> {
  const setting = input.name as keyof Settings;
  const value = SHOWN[setting]?.read(input.type === "checkbox" ? input.checked : input.value);
  const isFit = value !== undefined && fits(setting, value);
  input.toggleAttribute("aria-invalid", false);
  if (!isFit) {
    input.setAttribute("aria-invalid", "true");
    said.textContent = `Not kept: this is a whole number from ${input.min} to ${input.max}.`;
    return;
  }
  await desk.note({ kind: "set", about: nameOf(setting), value });
  said.textContent = "Kept.";
}
