"""From the lines of a source to its trees: one reader for each layout, and what the readers share."""
