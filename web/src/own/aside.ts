/** <study-aside>: the cards that the learner set aside, each with the way back. */
import type { Card, Course } from "../course";
import { openDesk, type Desk } from "../desk";
import { button, element, moveFocus } from "../dom";
import { linkTo } from "../links";
import { known } from "../review/standings";
import { loadCourse } from "../site";

const NONE = "You have set no card aside. A card that is not worth your time can be: its answer has the button.";

/** What was set aside. */
export class StudyAside extends HTMLElement {
  connectedCallback(): void {
    void this.open();
  }

  private async open(): Promise<void> {
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    desk.onChange(() => void this.show(desk, course));
    await this.show(desk, course);
  }

  private async show(desk: Desk, course: Course): Promise<void> {
    const { standings } = await known(desk.log, course.was);
    const aside = course.lessons.flatMap(({ cards, practice }) =>
      cards.filter(({ id }) => standings.get(id)?.isSuspended).map((card) => ({ card, practice })),
    );
    const list = element("ul", "aside");
    list.append(...aside.map(({ card, practice }) => this.row(card, practice, desk, course)));
    this.replaceChildren(aside.length > 0 ? list : element("p", "", NONE));
  }

  private row({ id, asks }: Card, practice: string, desk: Desk, course: Course): HTMLElement {
    const row = element("li", "");
    const link = linkTo(asks, `${practice}#${id}`);
    const back = button("Ask again", () => void this.takeBack(id, desk, course));
    back.append(element("span", "visually-hidden", `: ${asks}`));
    row.append(link, back);
    return row;
  }

  private async takeBack(id: string, desk: Desk, course: Course): Promise<void> {
    await desk.note({ kind: "suspended", about: id, on: false });
    await this.show(desk, course);
    const next = this.querySelector<HTMLElement>("button") ?? this;
    if (next === this) this.tabIndex = -1;
    moveFocus(next);
  }
}
