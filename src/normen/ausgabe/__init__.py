"""What leaves the program: JSON for machines, the terminal for people."""
