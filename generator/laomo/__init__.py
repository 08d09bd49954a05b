"""Laomo: records of innovation studios in, a public showcase site out. Start reading at `pipeline`."""

__version__ = "0.1.0"
