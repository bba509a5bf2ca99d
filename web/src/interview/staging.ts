/** Small parts that both kinds of interview share. */
import { settingsIn } from "../chosen";
import type { Desk } from "../desk";
import { nameOf } from "../settings";
import { canSpeak } from "./speech";

/** What is said where the questions of a lesson are not to be had. */
export const UNLOADED = "The questions of this lesson cannot be loaded. Are you offline?";

/** Fills in whether questions are spoken, and keeps what is chosen; both forms of the page show the same. */
export async function keepVoice(form: HTMLFormElement, desk: Desk): Promise<void> {
  const box = form.querySelector<HTMLInputElement>("input[name=aloud]");
  const row = box?.closest("label");
  if (!box || !row) return;
  row.hidden = !canSpeak();
  box.addEventListener("change", () => void desk.note({ kind: "set", about: nameOf("aloud"), value: box.checked }));
  const fill = async (): Promise<void> => {
    box.checked = (await settingsIn(desk.log)).aloud;
  };
  desk.onChange(() => void fill());
  await fill();
}
