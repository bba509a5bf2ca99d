"""`python -m studysite`, which build.py hands over to."""

from studysite.cli import main

main(prog_name="build.py")
