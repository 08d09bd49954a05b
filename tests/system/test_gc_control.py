"""Python's collector out of the way of much work: nothing that was dropped stays for good."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from laomo.system.gc_control import gc_frozen


class Ring:
    """Only the collector can tell that nobody has it any more."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def settled() -> Iterator[None]:
    """As in a preview, which leaves what it has read out of the search for good."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("settled")
def test_what_a_preview_drops_is_freed() -> None:
    ring = weakref.ref(Ring())
    with gc_frozen():
        pass
    gc.collect()
    assert ring() is None


def test_what_was_left_out_is_looked_at_again_afterwards() -> None:
    ring = Ring()
    with gc_frozen(), gc_frozen():
        gone = weakref.ref(ring)
        del ring
    gc.collect()
    assert gone() is None


def test_what_there_is_is_left_out_within_and_no_longer() -> None:
    gc.unfreeze()
    with gc_frozen():
        within = gc.get_freeze_count()
        with gc_frozen():
            assert gc.get_freeze_count() > within / 2, "but for what is freed meanwhile"
        assert gc.get_freeze_count() > within / 2, "until the outermost ends"
    assert within > 1000
    assert gc.get_freeze_count() == 0
