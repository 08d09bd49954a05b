"""Runs inside Orca, as its `orca-customizations.py`: a voice that writes down what it is given, and is done at once."""

import os
import sys
import types
from pathlib import Path

from gi.repository import GLib
from orca import speechserver

BEGIN, END = "> all", "< all"
"""Lines before and after what Orca reads without being asked, when a page has opened. Its short messages start with an exclamation mark."""


class WrittenSpeech(speechserver.SpeechServer):
    """A speech server of Orca without a sound."""

    def __init__(self):
        super().__init__()
        self._file = Path(os.environ["SPOKEN"]).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115 (open as long as Orca)

    def getInfo(self):
        return ["written", "written"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            print("!", text, file=self._file)

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def sayAll(self, utteranceIterator, progressCallback):
        print(BEGIN, file=self._file)
        GLib.idle_add(self._next, utteranceIterator, progressCallback)

    def _next(self, utterances, progress):
        try:
            context, _ = next(utterances, (None, None))
        except Exception as error:
            print("! stopped:", repr(error), file=self._file)
            raise
        if context is None:
            print(END, file=self._file)
            return False
        print(context.utterance.replace("\n", " "), file=self._file)
        context.currentOffset = context.endOffset
        progress(context.copy(), speechserver.SayAllContext.COMPLETED)
        return True


def _nothing(*_, **_options):
    return None


for name in ("speakKeyEvent", "stop", "shutdown", "reset", "updateCapitalizationStyle", "updatePunctuationLevel"):
    setattr(WrittenSpeech, name, _nothing)
WrittenSpeech.getSpeechServer = staticmethod(lambda info=None: WrittenSpeech())
WrittenSpeech.getSpeechServers = staticmethod(lambda: [WrittenSpeech()])
WrittenSpeech.shutdownActiveServers = staticmethod(_nothing)
sys.modules["orca.speechdispatcherfactory"] = types.SimpleNamespace(SpeechServer=WrittenSpeech)
