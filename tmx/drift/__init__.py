"""Drift: a recurring word of the source that is rendered in two ways, found without a termbase."""
