"""Pauses or limits Python's garbage collection while many long-lived objects exist, which it would traverse again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause garbage collection within the context. At 2,500 studios it took a third of the time of a check."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def gc_frozen() -> Iterator[None]:
    """Exclude all existing objects from garbage collection within the context, so that it stays cheap.

    For work that creates and drops many objects. Nested contexts end with the outermost one.
    """
    outermost = not gc.get_freeze_count()
    if not outermost:  # the outermost context of a preview never ends, so free what was dropped since
        gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        if outermost:
            gc.unfreeze()
