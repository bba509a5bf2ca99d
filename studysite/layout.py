"""Where the files of a course stand, as paths from the project's root."""

CONTENT = "content"
PLAN = f"{CONTENT}/course.yml"
CLAIMS = f"{CONTENT}/claims.yml"
MISCONCEPTIONS = f"{CONTENT}/misconceptions.yml"
GLOSSARY = f"{CONTENT}/glossary.yml"
REFERENCES = f"{CONTENT}/references.bib"
LESSONS = f"{CONTENT}/lessons"
