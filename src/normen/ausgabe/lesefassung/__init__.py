"""A Lesefassung for readers: one outline with every word, and one module for each format that sets it."""
