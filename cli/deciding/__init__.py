"""From a person's decisions to changes in the files of a project: segments, termbase rows, ignores."""
