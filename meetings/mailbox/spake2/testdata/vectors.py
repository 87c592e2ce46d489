"""Makes vectors for the symmetric SPAKE2 with the reference, python3-spake2.

Usage: python3 vectors.py [SEED] > vectors.json. The seed makes all randomness,
so the same seed gives the same file.
"""
import hashlib
import json
import sys

from spake2 import SPAKE2_Symmetric
from spake2.parameters.ed25519 import ParamsEd25519

CASES = [
    (b"7-fjord-brunost", b"hjemmekontor/call"),
    (b"42-acorn-zebra", b"hjemmekontor/call"),
    (b"4-purple-sausages", b"lothar.com/wormhole/text-or-file-xfer"),
    ("9-bl\u00e5b\u00e6r-\u00f8l".encode(), b"hjemmekontor/call"),
    (b"", b""),
    (b"p" * 300, b"i" * 300),
]


def entropy(label):
    """Deterministic bytes, and the hex of those that were asked for."""
    used = []

    def read(count):
        out = hashlib.shake_256(label.encode()).digest(count)
        used.append(out.hex())
        return out

    return read, used


def vector(number, seed, password, identity):
    read_a, used_a = entropy(f"{seed}/{number}/a")
    read_b, used_b = entropy(f"{seed}/{number}/b")
    a = SPAKE2_Symmetric(password, idSymmetric=identity, entropy_f=read_a)
    b = SPAKE2_Symmetric(password, idSymmetric=identity, entropy_f=read_b)
    message_a, message_b = a.start(), b.start()
    key = a.finish(message_b)
    assert key == b.finish(message_a)
    return {
        "password": password.hex(),
        "identity": identity.hex(),
        "random_a": "".join(used_a),
        "random_b": "".join(used_b),
        "message_a": message_a.hex(),
        "message_b": message_b.hex(),
        "key": key.hex(),
    }


seed = sys.argv[1] if len(sys.argv) > 1 else "checked in"
json.dump(
    {
        "symmetric_element": ParamsEd25519.S.to_bytes().hex(),
        "vectors": [vector(i, seed, p, d) for i, (p, d) in enumerate(CASES)],
    },
    sys.stdout,
    indent=1,
)
print()
