"""An editor as VS Code is one: it starts the real yaml-language-server and speaks the Language Server Protocol with it."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, Self

SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}},
    "http": {"proxy": "", "proxyStrictSSL": False},
    "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
}


class Editor:
    """One session on one folder. `problems`, `hover` and `complete` wait for the server's answer."""

    def __init__(self, packages: Path, folder: Path, schemas: dict[str, str] | None = None) -> None:
        server = packages / "yaml-language-server" / "bin" / "yaml-language-server"
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(["node", server, "--stdio"], **pipes)  # type: ignore[call-overload]
        self.settings = {**SETTINGS, "yaml": {**SETTINGS["yaml"], "schemas": schemas or {}}}  # type: ignore[dict-item]
        self.answers: dict[int, queue.Queue[Any]] = {}
        self.found: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self.number = 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        able = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"snippetSupport": True}}}
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            locale="zh-cn",
            capabilities={"textDocument": able, "workspace": {"configuration": True}},
            workspaceFolders=[{"uri": folder.as_uri(), "name": "site"}],
        )
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": self.settings}})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.listener.join()
        with self.process:  # closes the pipes
            pass

    def problems(self, file: Path, text: str | None = None) -> list[tuple[int, str]]:
        """What the editor underlines in an opened file: line (from 1) and sentence."""
        self.open(file, text)
        return self.underlined(file)

    def open(self, file: Path, text: str | None = None) -> None:
        """Show a file, or a text that is not saved."""
        self.found[file.as_uri()] = queue.Queue()
        shown = file.read_text(encoding="utf-8") if text is None else text
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": shown}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def underlined(self, file: Path) -> list[tuple[int, str]]:
        """What the server says of a file that was opened."""
        told = self.found[file.as_uri()].get(timeout=60)
        return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in told)

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown over a place, counted from 1."""
        answer = self.ask("textDocument/hover", **_place(file, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def complete(self, file: Path, line: int, column: int) -> list[str]:
        """What is offered at a place, counted from 1."""
        answer = self.ask("textDocument/completion", **_place(file, line, column))
        return [item["label"] for item in answer["items"]]

    def ask(self, method: str, **parameters: Any) -> Any:
        """A request's answer."""
        self.number += 1
        answer = self.answers[self.number] = queue.Queue()
        self._send({"id": self.number, "method": method, "params": parameters})
        return answer.get(timeout=60)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            stream.readline()
            message = json.loads(stream.read(int(header.split(b":")[1])))
            if "method" not in message:
                self.answers[message["id"]].put(message.get("result"))
            elif message["method"] == "workspace/configuration":
                wanted = [self.settings.get(item.get("section", ""), {}) for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": wanted})
            elif message["method"] == "textDocument/publishDiagnostics":
                heard = self.found.get(message["params"]["uri"])
                if heard:
                    heard.put(message["params"]["diagnostics"])
            elif "id" in message:
                self._send({"id": message["id"], "result": None})


def _place(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line - 1, "character": column - 1}}
