"""Benchmarks: what a build costs beside plain MkDocs with Material on the same pages."""
