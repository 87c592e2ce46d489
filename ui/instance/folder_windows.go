package instance

import (
	"fmt"
	"os"
	"path/filepath"
)

// privateFolder returns a folder in the user's local application data, which
// Windows keeps other users out of. More bytes have to fit behind its path.
func privateFolder(more int) (string, error) {
	local := os.Getenv("LOCALAPPDATA")
	if !filepath.IsAbs(local) {
		return "", fmt.Errorf("%w: LOCALAPPDATA is not set", ErrFolder)
	}
	folder := filepath.Join(local, "hjemmekontor")
	if len(folder)+more > maxSocket {
		return "", fmt.Errorf("%w: the path is too long", ErrFolder)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("%w: %w", ErrFolder, err)
	}
	return folder, nil
}
