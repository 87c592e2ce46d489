package organisation

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
)

// MaxKeyFile bounds a minisign secret key file, in bytes. One is about 260 long.
const MaxKeyFile = 4096

// untrustedComment begins the first line of every file of minisign's.
const untrustedComment = "untrusted comment: "

// Where the parts of a minisign secret key lie, in bytes.
const (
	offsetKDF   = 2  // behind the signature algorithm: how the key is encrypted
	offsetHash  = 4  // the algorithm of the checksum
	offsetSalt  = 6  // 32 bytes
	offsetCost  = 38 // scrypt's operations and memory, eight bytes each
	offsetKey   = 54 // the key's ID, eight bytes, and the Ed25519 key, 64
	offsetSum   = offsetKey + 72
	keyFileSize = offsetSum + 32
)

// The algorithms of a minisign secret key.
const (
	edDSAAlgorithm   = "Ed"
	scryptAlgorithm  = "Sc"
	noEncryption     = "\x00\x00"
	blake2bAlgorithm = "B2"
)

// cost is what it takes to try one passphrase, in the measures of libsodium
// that minisign writes in its files.
type cost struct{ operations, memory uint64 }

// maxCost is libsodium's SENSITIVE, the most that minisign ever asks for.
var maxCost = cost{operations: 1 << 25, memory: 1 << 30}

// keyFile is what a minisign secret key file shows of itself without its
// passphrase.
type keyFile struct {
	encrypted bool
	cost      cost
	data      []byte // keyFileSize bytes
}

// parseKeyFile reads a minisign secret key file, and refuses one that it would
// cost more to open than maxCost. The error is ErrNotKey.
func parseKeyFile(file []byte) (keyFile, error) {
	if len(file) > MaxKeyFile {
		return keyFile{}, fmt.Errorf("%w: it is too large", ErrNotKey)
	}
	comment, encoded, found := bytes.Cut(file, []byte("\n"))
	if !found || !bytes.HasPrefix(comment, []byte(untrustedComment)) {
		return keyFile{}, ErrNotKey
	}
	data, err := base64.StdEncoding.DecodeString(string(encoded))
	if err != nil || len(data) != keyFileSize ||
		string(data[:offsetKDF]) != edDSAAlgorithm || string(data[offsetHash:offsetSalt]) != blake2bAlgorithm {
		return keyFile{}, ErrNotKey
	}
	form := keyFile{data: data}
	switch string(data[offsetKDF:offsetHash]) {
	case noEncryption:
		return form, nil
	case scryptAlgorithm:
		form.encrypted = true
	default:
		return keyFile{}, ErrNotKey
	}
	form.cost.operations = binary.LittleEndian.Uint64(data[offsetCost:])
	form.cost.memory = binary.LittleEndian.Uint64(data[offsetCost+8:])
	if form.cost.operations > maxCost.operations || form.cost.memory > maxCost.memory {
		return keyFile{}, fmt.Errorf("%w: opening it would take too much memory or time", ErrNotKey)
	}
	return form, nil
}
