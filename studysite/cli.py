"""The commands. Knows everyone; nobody knows it.

What a command does not share with `check` it imports by itself: an author checks at every save, and waits
for nothing that draws pages.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from studysite import beside, checking, codes, identity, report
from studysite.beside import Asked
from studysite.checking import Checked
from studysite.diagnostics import has_errors
from studysite.engine import ENGINES
from studysite.faults import Fault, told
from studysite.layout import CONTENT, EDITION
from studysite.lock import alone
from studysite.wording import many

if TYPE_CHECKING:
    from studysite.model import Course
    from studysite.pipeline import Examined
    from studysite.publish import Output
    from studysite.work import Work

ROOT = Path.cwd()
PAPERS = click.Choice(("a4", "letter", "large"))
PRODUCTS = ("out", "site", "site-offline", ".cache")

engine_option = click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="mkdocs",
    show_default=True,
    help="What builds the site.",
)
offline_option = click.option(
    "--offline", is_flag=True, help="Build site-offline/ too, which reads, quizzes and searches from disk."
)

quick_option = click.option(
    "--quick", is_flag=True, help="Leave out the files to take away: PDFs, decks, question banks."
)


def say(message: str) -> None:
    """Tell a person at a terminal what goes on; a file or a pipe stays quiet."""
    if sys.stderr.isatty():
        click.secho(f"{message} …", fg="cyan", err=True)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@engine_option
@offline_option
@quick_option
@click.pass_context
def main(context: click.Context, engine: str, offline: bool, quick: bool) -> None:
    """Turn the lessons under content/ into the study site.

    Without a command, build it.
    """
    gc.disable()  # nearly all that a build makes lives until its end: looking for garbage is lost time
    context.color = False if os.environ.get("NO_COLOR") else None
    about_a_build = {"engine": engine, "offline": offline, "quick": quick}
    for name in ("offline", "quick"):
        if about_a_build[name] and context.invoked_subcommand not in (None, "build"):
            raise click.UsageError(f"--{name} is about a build; `{context.invoked_subcommand}` makes none.")
    context.default_map = {"build": about_a_build, "serve": {"engine": engine}}
    if context.invoked_subcommand is None:
        context.invoke(build, **about_a_build)


@main.command()
@engine_option
@offline_option
@quick_option
def build(engine: str, offline: bool, quick: bool) -> None:
    """Check the content and build site/."""
    from studysite import pipeline, publish

    started = time.monotonic()
    try:
        with alone(ROOT, _wait):
            if publish.recover(ROOT):
                click.echo("The last build was cut short; the site before it is back in place.", err=True)
            examined = _examined()
            course = examined.sound
            if course is None:
                raise SystemExit(1)
            outputs = publish.OUTPUTS if offline else (publish.ONLINE,)
            works = pipeline.nothing if quick else pipeline.takeaways
            built = pipeline.build(ROOT, examined, engine, say, outputs, works)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault
    if built.lacks:
        click.echo(built.lacks, err=True)
    click.echo(_summary(course, outputs, built.works, time.monotonic() - started))
    click.echo(examined.note, nl=False)


class CannotRun(click.ClickException):
    """The content could not be looked at, whatever it is like."""

    exit_code = 3


EXIT_CODES = """\b
Exit codes:
  0  nothing that has to be mended
  1  errors in the content
  2  a slip in the command itself
  3  the content could not be looked at, for example where Node cannot be had
"""


def _explain(context: click.Context, option: click.Parameter, code: str | None) -> None:
    """Print the entry of a code and end."""
    if code is None:
        return
    entry = codes.entries().get(code)
    if entry is None:
        near = codes.nearest(code)
        raise click.BadParameter(f"there is no code `{code}`." + (f" Did you mean `{near}`?" if near else ""))
    click.echo(codes.explain(entry))
    context.exit()


@main.command(epilog=EXIT_CODES)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(report.FORMATS)),
    default="text",
    show_default=True,
    help="For a person, a program (one JSON object on a line) or the annotations of GitHub's actions.",
)
@click.option("--strict", is_flag=True, help="Let a warning fail as an error does.")
@click.option(
    "--watch", is_flag=True, help="Check again whenever a file under content/ changes, until Ctrl-C."
)
@click.option("--guesser", "guessing", is_flag=True, help="Show what a guesser scores on each quiz.")
@click.option("--figures", is_flag=True, help="List every figure of the text with its place and its sources.")
@click.option(
    *("--explain", "code"),
    metavar="CODE",
    callback=_explain,
    expose_value=False,
    is_eager=True,
    help="Explain the code of a problem, and check nothing.",
)
def check(form: str, strict: bool, watch: bool, **wished: bool) -> None:
    """Check the content and write nothing.

    Standard output has nothing but the report where its format is not text.
    """
    asked = Asked(form, **wished, at_terminal=sys.stdout.isatty())
    if watch:
        gc.enable()  # there is no end to wait for
        try:
            _watch(lambda: _check_again(asked))
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            return
    try:
        checked = _checked(asked)
        if asked.is_text and not has_errors(checked.diagnostics):
            click.echo(checked.note, nl=False, err=asked.figures)
        _show_beside(checked, asked)
    except (Fault, OSError) as fault:
        raise CannotRun(told(fault, ROOT)) from fault
    if has_errors(checked.diagnostics) or (strict and checked.diagnostics):
        raise SystemExit(1)


def _watch(act: Callable[[], None]) -> NoReturn:
    from studysite import watching

    watching.repeat(ROOT, CONTENT, act)


def _check_again(asked: Asked) -> None:
    if sys.stderr.isatty():
        click.secho(f"── {time.strftime('%H:%M:%S')} ──", bold=True, err=True)
    try:
        _show_beside(_checked(asked), asked)
    except (Fault, OSError) as fault:
        click.echo(told(fault, ROOT), err=True)


def _show_beside(checked: Checked, asked: Asked) -> None:
    for table in beside.tables(ROOT, checked, asked):
        click.echo(table, err=not asked.is_text)


@main.command(epilog=EXIT_CODES)
@click.option("--accept", is_flag=True, help="Write down what is new or renamed, and the date.")
@click.option("--retire", is_flag=True, help="Declare that what had these IDs is gone for good.")
@click.argument("gone", nargs=-1, metavar="[ID]...")
def ids(accept: bool, retire: bool, gone: tuple[str, ...]) -> None:
    """Show what content/ids.txt, the list of published ids, does not say as it is now.

    Accept new ids when you publish them. From then on none may vanish in silence, since what learners did
    and links hang on it. To rename one, write `was: old-id` where the new id is, and accept. To give one up,
    delete it and retire it: it is not used again.

    To accept also dates the content in content/edition.txt, where it changed since it was published last.
    """
    from studysite import pipeline
    from studysite.register import register, register_edition

    if retire != bool(gone):
        raise click.UsageError("--retire and the IDs to be retired go together.")
    try:
        loaded, found = pipeline.examine_ids(ROOT)
        content, published = list(identity.named(loaded.course)), loaded.published
        if has_errors(each for each in found if each.code != "vanished-id"):
            _print(report.text(found, click.style))
            raise SystemExit(1)
        published = identity.retire(published, content, gone)
        published = identity.accept(published, content) if accept else published
        if accept or retire:
            register(ROOT, published)
        edition = pipeline.date_anew(ROOT, loaded.edition, int(time.time())) if accept else loaded.edition
        if edition is not None and edition != loaded.edition:
            register_edition(ROOT, edition)
            click.echo(f"{EDITION}: the content is published as of {edition.when}.")
    except identity.RetireError as error:
        raise click.UsageError(str(error)) from error
    except (Fault, OSError) as fault:
        raise CannotRun(told(fault, ROOT)) from fault
    click.echo(identity.listing(published, content))
    if identity.changes(published, content).vanished:
        raise SystemExit(1)


@main.command()
@engine_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(engine: str, address: str) -> None:
    """Serve the site and rebuild what changes in content/, docs/ and web/."""
    from studysite import serving

    try:
        serving.serve(ROOT, engine, address, click.echo)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault


@main.command(short_help="Write an exam paper and its key as PDFs.")
@click.option("--lesson", multiple=True, metavar="ID", help="A lesson to ask about, or several; else all.")
@click.option("--questions", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@click.option("--form", type=click.Choice(("A", "B")), default="A", show_default=True, help="Its order.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Another seed, other questions.")
@click.option("--paper", type=PAPERS, default="a4", show_default=True, help="Its size.")
@click.option("--minutes", type=click.IntRange(min=1), help="The time allowed, to be printed on it.")
@click.option("--out", default="exams", show_default=True, metavar="FOLDER", help="Where to.")
def exam(out: str, **wish: Any) -> None:
    """Write an exam paper, and its key apart, as PDFs.

    The same seed and lessons give the same questions; form B asks them in another order than form A.
    """
    from studysite import examining

    try:
        with alone(ROOT, _wait):
            examined = _examined()
            if examined.sound is None:
                raise SystemExit(1)
            for path in examining.examine(ROOT, examined.materials, examining.Wish(**wish), out, say):
                click.echo(f"Wrote {path}.")
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault


@main.command()
def schemas() -> None:
    """Write schemas/, by which editors complete and check, from the model."""
    from studysite import examples
    from studysite import schemas as made

    try:
        files = made.schemas(examples.read_examples())
        changed = [path for path, text in files.items() if _write(ROOT / path, text)]
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault
    click.echo(f"Wrote {', '.join(changed)}." if changed else "The schemas are as they should be.")


@main.command()
def clean() -> None:
    """Delete everything that a build makes: site/, site-offline/, out/ and .cache/."""
    with alone(ROOT, _wait):
        for name in PRODUCTS:
            shutil.rmtree(ROOT / name, ignore_errors=True)
    click.echo(f"Deleted {', '.join(name + '/' for name in PRODUCTS)}.")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("pytest_args", nargs=-1, type=click.UNPROCESSED)
def test(pytest_args: tuple[str, ...]) -> None:
    """Run every check of the project: lint, types, units, browser.

    What follows goes to pytest, as in `test -k search`.
    """
    from studysite import testing

    try:
        failed = testing.run_all(ROOT, pytest_args, say, _heading)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault
    if failed:
        raise click.ClickException(f"failed: {', '.join(failed)}")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[check|desk|plan] [OPTION]...")
def bench(arguments: tuple[str, ...]) -> None:
    """Measure builds, checks of 1,000 lessons, plans, or the learner's desk."""
    named = bool(arguments) and arguments[0] in ("check", "desk", "plan")
    module, rest = (arguments[0], arguments[1:]) if named else ("run", arguments)
    raise SystemExit(subprocess.run([sys.executable, "-m", f"bench.{module}", *rest], cwd=ROOT).returncode)


def _write(path: Path, text: str) -> bool:
    """Write a file unless it is so already. Returns whether that was needed."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return True


@main.command()
@click.option("--cases", default=10_000, show_default=True, metavar="N", help="How many cases to try.")
@click.option("--seed", type=int, metavar="S", help="The seed of an earlier run; else one by chance.")
@click.option("--replay", metavar="FILE", help="Try a case again that an earlier run has kept.")
def fuzz(cases: int, seed: int | None, replay: str | None) -> None:
    """Read real files with noise: nothing may break, hang or point at nothing."""
    arguments = [f"--cases={cases}"]
    arguments += [f"--seed={seed}"] if seed is not None else []
    arguments += [f"--replay={replay}"] if replay is not None else []
    raise SystemExit(subprocess.run([sys.executable, "-m", "tests.fuzz", *arguments], cwd=ROOT).returncode)


def _wait() -> None:
    click.echo("Another build is at work in this folder: waiting for its end …", err=True)


def _heading(message: str) -> None:
    click.secho(f"== {message}", bold=True)


def _examined() -> Examined:
    """The course, after what is wrong with it was printed."""
    from studysite import pipeline

    say("Reading and checking the content")
    examined = pipeline.examine(ROOT, say)
    _print(report.text(examined.diagnostics, click.style))
    return examined


def _checked(asked: Asked) -> Checked:
    """The check of the course, after what is wrong with it was printed."""
    say("Reading and checking the content")
    checked = checking.check(ROOT, say)
    _print(beside.reported(checked, asked, click.style))
    return checked


def _print(made: report.Report) -> None:
    click.echo(made.err, err=True, nl=False)
    click.echo(made.out, nl=False)


def _summary(course: Course, outputs: Sequence[Output], made: Sequence[Work], seconds: float) -> str:
    lessons, items, cards = len(course.lessons), len(course.item), len(course.card)
    site, *others = (f"{output.folder}/" for output in outputs)
    return "\n".join(
        (
            f"Built {' and '.join((site, *others))} in {seconds:.1f} s: "
            f"{many(lessons, 'lesson')}, {many(items, 'question')}, {many(cards, 'card')}.",
            f"Open {site} with `python3 build.py serve`, or put the folder on any web server.",
            *(f"Open {other}index.html from disk, or hand the folder on." for other in others),
            *(f"{work.name}: {sentence}" for work in made for sentence in work.converted),
        )
    )
