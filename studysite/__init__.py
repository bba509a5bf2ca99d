"""A static study-site generator: lessons in YAML and Markdown become one searchable site."""
