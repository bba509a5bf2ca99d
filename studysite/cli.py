"""The commands. Knows everyone; nobody knows it."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click

from studysite import diagnostics, pipeline, publish, serving, testing
from studysite.engine import ENGINES
from studysite.faults import Fault, told
from studysite.lock import alone
from studysite.model import Course
from studysite.wording import many

ROOT = Path.cwd()
PRODUCTS = ("out", "site", ".cache")

engine_option = click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="mkdocs",
    show_default=True,
    help="What builds the site.",
)


def say(message: str) -> None:
    """Tell a person at a terminal what goes on; a file or a pipe stays quiet."""
    if sys.stderr.isatty():
        click.secho(f"{message} …", fg="cyan", err=True)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@engine_option
@click.pass_context
def main(context: click.Context, engine: str) -> None:
    """Turn the lessons under content/ into the study site.

    Without a command, build it.
    """
    gc.disable()  # nearly all that a build makes lives until its end: looking for garbage is lost time
    context.color = False if os.environ.get("NO_COLOR") else None
    context.default_map = {name: {"engine": engine} for name in ("build", "serve")}
    if context.invoked_subcommand is None:
        context.invoke(build, engine=engine)


@main.command()
@engine_option
def build(engine: str) -> None:
    """Check the content and build site/."""
    started = time.monotonic()
    try:
        with alone(ROOT, _wait):
            if publish.recover(ROOT):
                click.echo("The last build was cut short; the site before it is back in place.", err=True)
            course, examined = _examined()
            site = pipeline.build(ROOT, course, examined, engine, say)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault
    click.echo(_summary(course, site, time.monotonic() - started))


@main.command()
def check() -> None:
    """Check the content and write nothing."""
    try:
        _examined()
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault


@main.command()
@engine_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(engine: str, address: str) -> None:
    """Serve the site and rebuild what changes in content/, docs/ and web/."""
    try:
        serving.serve(ROOT, engine, address, click.echo)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault


@main.command()
def clean() -> None:
    """Delete everything that a build makes: site/, out/ and .cache/."""
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
    try:
        failed = testing.run_all(ROOT, pytest_args, say, _heading)
    except (Fault, OSError) as fault:
        raise click.ClickException(told(fault, ROOT)) from fault
    if failed:
        raise click.ClickException(f"failed: {', '.join(failed)}")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def bench(arguments: tuple[str, ...]) -> None:
    """Measure builds of 10, 60 and 300 lessons against plain MkDocs."""
    raise SystemExit(subprocess.run([sys.executable, "-m", "bench.run", *arguments], cwd=ROOT).returncode)


@main.command()
@click.option("--cases", default=10_000, show_default=True, metavar="N", help="How many cases to try.")
@click.option("--seed", type=int, metavar="S", help="The seed of an earlier run; else one by chance.")
@click.option("--replay", metavar="FILE", help="Try a case again that an earlier run has kept.")
def fuzz(cases: int, seed: int | None, replay: str | None) -> None:
    """Read real files with noise in them: nothing may break, hang or point at nothing."""
    arguments = [f"--cases={cases}"]
    arguments += [f"--seed={seed}"] if seed is not None else []
    arguments += [f"--replay={replay}"] if replay is not None else []
    raise SystemExit(subprocess.run([sys.executable, "-m", "tests.fuzz", *arguments], cwd=ROOT).returncode)


def _wait() -> None:
    click.echo("Another build is at work in this folder: waiting for its end …", err=True)


def _heading(message: str) -> None:
    click.secho(f"== {message}", bold=True)


def _examined() -> tuple[Course, pipeline.Examined]:
    """The checked course; prints what is wrong with it, and stops where that keeps it from being built."""
    say("Reading and checking the content")
    examined = pipeline.examine(ROOT, say)
    for diagnostic in examined.diagnostics:
        click.echo(diagnostics.show(diagnostic, click.style) + "\n", err=True)
    course = examined.sound
    if course is None:
        click.echo(f"{diagnostics.count(examined.diagnostics)}. The site was left as it was.", err=True)
        raise SystemExit(1)
    click.echo(f"content: {diagnostics.count(examined.diagnostics)}")
    return course, examined


def _summary(course: Course, site: Path, seconds: float) -> str:
    lessons, items, cards = len(course.lessons), len(course.item), len(course.card)
    return "\n".join(
        (
            f"Built {site.relative_to(ROOT)}/ in {seconds:.1f} s: "
            f"{many(lessons, 'lesson')}, {many(items, 'question')}, {many(cards, 'card')}.",
            "Open it with `python3 build.py serve`, or put the folder on any web server.",
        )
    )
