"""A Synopse for people and programs: on the terminal, as Markdown, as a page to print, as JSON."""
