"""Two people's changes to one termbase, brought together."""
