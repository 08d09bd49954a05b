"""A house's signature of its edition, by OpenSSH's own tool: `ssh-keygen -Y sign -n laomo-edition -f KEY edition.json`."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from laomo.tools.gather.refusal import HouseRefused

NAMESPACE = "laomo-edition"
_SIGNER = "house"


def verify(data: bytes, signature: bytes, key: str) -> None:
    """Raises HouseRefused unless `signature` is that of `data` by the owner of the public key, one line of OpenSSH."""
    with TemporaryDirectory() as folder:
        signed, signers = Path(folder, "signature"), Path(folder, "signers")
        signed.write_bytes(signature)
        signers.write_text(f"{_SIGNER} {' '.join(key.split())}\n", "utf-8")
        command = ["ssh-keygen", "-Y", "verify", "-n", NAMESPACE, "-I", _SIGNER, "-f", str(signers), "-s", str(signed)]
        try:
            done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 (no shell, nothing from outside but files)
        except FileNotFoundError as error:
            raise HouseRefused("house-no-ssh") from error
    if done.returncode:
        raise HouseRefused("house-signature")
