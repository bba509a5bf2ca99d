/** <study-exam>: a paper is set up, sat and handed in; only then it is said what was right. */
import type { Course } from "./course";
import { articleOf } from "./deck";
import { openDesk, type Desk } from "./desk";
import { button, element } from "./dom";
import { addressOfPaper, readAddress, type Addressed } from "./exam/address";
import { answerTo, attempt, readAttempt, type Attempt } from "./exam/attempt";
import { begun } from "./exam/clock";
import { showOver } from "./exam/over";
import { examinable, fingerprint, optionsChance, paperOf, USUAL_COUNT, type Asked, type Choice } from "./exam/paper";
import { ExamQuestion } from "./exam/question";
import { Room } from "./exam/room";
import { SetUp, type Draft } from "./exam/setup";
import { failure } from "./failure";
import { answerNews } from "./recording";
import { anySeed } from "./seed";
import { loadCourse, loadDeck, loadType } from "./site";
import { tellTrouble } from "./trouble";

/** The name under which an exam in progress is kept. */
const KEPT = "exam";

const EDITED = "The course was edited since this address was made: the paper may differ from the one that was shared.";
const SHARED = "This address holds a paper. Start it as it is set up here, and you get the questions that it was made for.";

const UNLOADED = "The questions cannot be loaded. Are you offline? Nothing that you answered is lost.";
const UNWRITTEN = "Your browser did not write all of your answers down: your reviews may not know of this exam.";

/** The page of exams. */
class StudyExam extends HTMLElement {
  private room: Room | null = null;
  /** Whether what is answered survives a reload. */
  private isKept = true;

  connectedCallback(): void {
    addEventListener("beforeunload", (event) => {
      if (this.room?.isBegun && !this.isKept) event.preventDefault();
    });
    this.open().catch(() => this.fail(() => location.reload()));
  }

  private async open(): Promise<void> {
    const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
    tellTrouble(desk);
    if (examinable(course).length === 0) return this.tell("There are no questions in this course yet.");
    const addressed = readAddress(location.search, course);
    const before = readAttempt(await desk.log.kept(KEPT));
    const found = before && paperOf(course, before.choice).length > 0 ? before : null;
    // A reload goes on where it was; another address is asked for first.
    if (found && addressOfPaper(found.choice, found.paper) === location.search) return this.sit(desk, course, found);
    this.setUp(desk, course, { addressed, before: found });
  }

  /** Shows the form, with what the address says of a paper and with the one that is in progress. */
  private setUp(desk: Desk, course: Course, { addressed, before }: Found, draft = draftOf(addressed)): SetUp {
    const form = new SetUp({
      course,
      draft,
      onStart: (chosen) => {
        const choice = { ...chosen, seed: addressed?.seed ?? anySeed() };
        void this.sit(desk, course, attemptAt(course, choice));
      },
    });
    const notes = (addressed ? notesOn(addressed, course) : []).map((words) => element("p", "exam-say", words));
    const offer = before ? [this.offer(before, () => void this.sit(desk, course, before))] : [];
    this.enter("setup", ...offer, ...notes, form.element);
    return form;
  }

  private offer(before: Attempt, goOn: () => void): HTMLElement {
    const box = element("div", "exam-panel");
    const actions = element("p", "actions");
    const answered = Object.keys(before.answers).length;
    actions.append(button("Go on with it", goOn, true));
    box.append(
      element("h2", "", "You are in the middle of a paper"),
      element("p", "", `${answered} of its ${before.choice.count} questions have an answer. Starting another one lets it go.`),
      actions,
    );
    return box;
  }

  /** Asks the questions of a paper, from its beginning or from where it was left. */
  private async sit(desk: Desk, course: Course, from: Attempt): Promise<void> {
    const paper = paperOf(course, from.choice);
    show(addressOfPaper(from.choice, from.paper));
    let questions: ExamQuestion[];
    try {
      questions = await questionsOf(paper, from);
    } catch {
      return this.fail(() => void this.sit(desk, course, from));
    }
    const room = new Room({
      attempt: from,
      questions,
      keep: (now) => void this.keep(desk, now),
      onHandIn: (ended) => void this.handIn(desk, course, questions, ended),
    });
    this.room = room;
    this.enter("sitting", room.element);
    room.start();
  }

  /** What is answered is written down; then it is said how it went. */
  private async handIn(desk: Desk, course: Course, questions: ExamQuestion[], ended: Attempt): Promise<void> {
    const { choice, clock } = ended;
    this.room = null;
    const notes = questions.flatMap(({ answered }) => (answered ? [desk.note(answerNews(answered, "exam"))] : []));
    const over = showOver({
      ...{ course, questions, spent: Date.now() - clock.started },
      onAgain: () => void this.sit(desk, course, attemptAt(course, choice)),
      onNew: () => {
        show(location.pathname);
        this.setUp(desk, course, { addressed: null, before: null }, choice).begin();
      },
    });
    this.enter("over", over.element);
    over.begin();
    try {
      await Promise.all(notes);
      await this.keep(desk, null);
    } catch {
      const line = element("p", "notice", UNWRITTEN);
      line.setAttribute("role", "alert");
      over.element.prepend(line);
    }
  }

  private async keep(desk: Desk, now: Attempt | null): Promise<void> {
    try {
      await desk.log.keep(KEPT, now);
      this.isKept = desk.trouble === null;
    } catch {
      this.isKept = false;
    }
  }

  private enter(state: "setup" | "sitting" | "over", ...parts: Node[]): void {
    this.dataset["state"] = state;
    this.replaceChildren(...parts);
  }

  private tell(words: string): void {
    const box = element("div", "empty");
    box.append(element("p", "", words));
    this.replaceChildren(box);
  }

  private fail(again: () => void): void {
    this.replaceChildren(failure(UNLOADED, again));
  }
}

/** What the page finds when it is opened: an address, and a paper in progress. */
interface Found {
  readonly addressed: Addressed | null;
  readonly before: Attempt | null;
}

/** An attempt at a paper that begins now. */
function attemptAt(course: Course, choice: Choice): Attempt {
  return attempt(choice, fingerprint(paperOf(course, choice)), begun(Date.now(), choice.minutes));
}

async function questionsOf(paper: readonly Asked[], from: Attempt): Promise<ExamQuestion[]> {
  const made = await Promise.all(
    paper.map(async (asked) => {
      const html = (await loadDeck(asked.lesson))[asked.id];
      if (html === undefined) return null;
      const article = articleOf(html);
      await loadType(article);
      const question = ExamQuestion.read(asked, article, optionsChance(from.choice.seed, asked.id));
      const answer = answerTo(from, asked);
      if (question && answer) question.restore(answer);
      return question;
    }),
  );
  return made.filter((question) => question !== null);
}

function draftOf(addressed: Addressed | null): Draft {
  const { lessons = null, count = null, minutes = null } = addressed ?? {};
  return { lessons, count: count ?? USUAL_COUNT, minutes };
}

function notesOn(addressed: Addressed, course: Course): string[] {
  const { seed, odd, paper } = addressed;
  if (seed === null) return [...odd];
  const { lessons, count, minutes } = draftOf(addressed);
  const all = examinable(course).map(({ id }) => id);
  const now = fingerprint(paperOf(course, { seed, lessons: lessons ?? all, count, minutes }));
  return [SHARED, ...(paper !== null && paper !== now ? [EDITED] : []), ...odd];
}

/** Shows another end of the address. From disk a browser may refuse that. */
function show(end: string): void {
  try {
    history.replaceState(history.state, "", end);
  } catch {
    // The paper is the same; it cannot be shared.
  }
}

customElements.define("study-exam", StudyExam);
