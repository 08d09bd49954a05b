"""Found by every Python that a mapped test starts: its lines are written down too."""

import importlib.util
import os
from pathlib import Path

if "LAOMO_MUTANTS_LOG" in os.environ:
    _spec = importlib.util.spec_from_file_location("_laomo_trace", Path(__file__).with_name("trace.py"))
    if _spec and _spec.loader:
        _trace = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(_trace)
        _trace.start()
