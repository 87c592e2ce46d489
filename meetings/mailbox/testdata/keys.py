"""Makes key derivation vectors with the reference, Debian's magic-wormhole.

Usage: python3 keys.py [SEED] > keys.json. The seed makes all randomness, so the
same seed gives the same file.
"""
import hashlib
import json
import sys

from nacl.secret import SecretBox
from wormhole._key import derive_key, derive_phase_key

CASES = [
    ("a1b2c3d4e5", "version", b'{"app_versions": {}}'),
    ("a1b2c3d4e5", "0", b""),
    ("0011223344556677", "1", "bl\u00e5b\u00e6r".encode()),
    ("s" * 64, "2147483647", b"x" * 1000),
]


def entropy(label, count):
    return hashlib.shake_256(label.encode()).digest(count)


def vector(number, seed, side, phase, plaintext):
    key = entropy(f"{seed}/{number}/key", 32)
    nonce = entropy(f"{seed}/{number}/nonce", SecretBox.NONCE_SIZE)
    phase_key = derive_phase_key(key, side, phase)
    return {
        "key": key.hex(),
        "side": side,
        "phase": phase,
        "verifier": derive_key(key, b"wormhole:verifier").hex(),
        "phase_key": phase_key.hex(),
        "plaintext": plaintext.hex(),
        "sealed": bytes(SecretBox(phase_key).encrypt(plaintext, nonce)).hex(),
    }


seed = sys.argv[1] if len(sys.argv) > 1 else "checked in"
json.dump([vector(i, seed, *case) for i, case in enumerate(CASES)], sys.stdout, indent=1)
print()
