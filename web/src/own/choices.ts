/** <study-settings>: how reviews are asked, chosen in the form of the static page. */
import { keepSettings } from "../choosing";
import { openDesk } from "../desk";
import { tellTrouble } from "../trouble";

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
    await keepSettings(form, desk);
    this.querySelector(".without")?.remove();
    form.hidden = false;
    // The form pushes down what stands below it: the section that was asked for comes back into view.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}
