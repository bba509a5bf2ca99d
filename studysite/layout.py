"""Where the files of a course stand, as paths from the project's root."""

CONTENT = "content"
PLAN = f"{CONTENT}/course.yml"
CLAIMS = f"{CONTENT}/claims.yml"
MISCONCEPTIONS = f"{CONTENT}/misconceptions.yml"
GLOSSARY = f"{CONTENT}/glossary.yml"
IDS = f"{CONTENT}/ids.txt"
EDITION = f"{CONTENT}/edition.txt"
REFERENCES = f"{CONTENT}/references.bib"
LESSONS = f"{CONTENT}/lessons"

LISTS = (PLAN, CLAIMS, MISCONCEPTIONS, GLOSSARY, REFERENCES, IDS, EDITION)
"""The files that all lessons share."""
TEXTS = ("lesson.md", "quiz.yml", "cards.yml")
"""The files of a lesson, in its folder."""
