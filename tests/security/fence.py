"""Runs a command for which the kernel refuses a thing: `python tests/security/fence.py network|room|flush|nothing COMMAND…`.

A seccomp filter: it needs no rights, holds for every process that the command starts, and cannot be taken off again.
"""

import ctypes
import errno
import os
import platform
import socket
import struct
import subprocess
import sys

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _MODE_FILTER = 22, 38, 2
"""Of <linux/prctl.h> and <linux/seccomp.h>."""
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
"""BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K and BPF_RET|BPF_K of <linux/bpf_common.h>."""
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_NUMBER, _FIRST_ARGUMENT = 0, 16
"""Where they stand in `struct seccomp_data`."""

_CALLS = {
    "x86_64": {"socket": 41, "link": 86, "linkat": 265, "sync": 162, "fsync": 74, "fdatasync": 75, "syncfs": 306},
    "aarch64": {"socket": 198, "linkat": 37, "sync": 81, "fsync": 82, "fdatasync": 83, "syncfs": 267},
}[platform.machine()]

FENCES = {
    "network": (["socket"], errno.EACCES),
    "room": (["link", "linkat"], errno.ENOSPC),
    "nothing": ([], 0),
    "flush": (["sync", "fsync", "fdatasync", "syncfs"], errno.EIO),
}
"""By name the calls that are refused, and how. Of sockets, those within this machine's files (AF_UNIX) stay."""


def program(fence: str) -> bytes:
    """The filter, as the kernel reads it."""
    calls, number = FENCES[fence]
    steps = [(_LOAD, 0, 0, _NUMBER)]
    for call in calls:
        if call == "socket":
            steps += [(_EQUAL, 0, 4, _CALLS[call]), (_LOAD, 0, 0, _FIRST_ARGUMENT), (_EQUAL, 1, 0, socket.AF_UNIX)]
            steps += [(_RETURN, 0, 0, _ERRNO | number), (_RETURN, 0, 0, _ALLOW)]
        elif call in _CALLS:
            steps += [(_EQUAL, 0, 1, _CALLS[call]), (_RETURN, 0, 0, _ERRNO | number)]
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def put_up(fence: str) -> None:
    """Around this process and its children.

    Without room they have one core too: a pool of processes begins with a link of the system's own, and would be all that fails.
    """
    if fence == "room":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    steps = program(fence)
    held = ctypes.create_string_buffer(steps)
    described = ctypes.create_string_buffer(struct.pack("HP", len(steps) // 8, ctypes.addressof(held)))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_PR_SET_NO_NEW_PRIVS, 1, 0), (_PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(described))):
        if system.prctl(*map(ctypes.c_ulong, (*call, 0, 0))):
            raise OSError(ctypes.get_errno(), "prctl")


def around(fence: str) -> list[str]:
    """What to put before a command."""
    return [sys.executable, __file__, fence]


def fenced(fence: str, *command: object) -> subprocess.CompletedProcess[str]:
    """The command, run behind it."""
    return subprocess.run([*around(fence), *map(str, command)], capture_output=True, text=True, check=False)


if __name__ == "__main__":
    put_up(sys.argv[1])
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 (a command of the tests' own)
