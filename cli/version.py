"""The version, where it costs nothing to look up: importlib.metadata takes a twentieth of a second."""

__all__ = ["VERSION"]

VERSION = "0.1.0"
