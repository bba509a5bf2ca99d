"""Small programs for whoever edits the course; the build never runs them."""
