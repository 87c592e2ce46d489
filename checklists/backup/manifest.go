package backup

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// The manifest's name in the archive, and the most bytes it may have.
const (
	manifestName = "manifest.json"
	maxManifest  = 64 << 10
)

// What this version of the program writes into the manifest.
const (
	app     = "hjemmekontor"
	version = 1
)

// manifest is what stands in manifest.json.
type manifest struct {
	App     string    `json:"app"`
	Version int       `json:"version"`
	Made    time.Time `json:"made"`
	Parts   []string  `json:"parts"` // names, in the order of the archive
}

// newManifest describes a backup of parts.
func newManifest(parts []Part, made time.Time) manifest {
	m := manifest{App: app, Version: version, Made: made.UTC().Truncate(time.Second)}
	for _, part := range parts {
		m.Parts = append(m.Parts, part.Name)
	}
	return m
}

// parseManifest reads a manifest of this version or an older one. Of a newer
// one it reads no more than that it is newer.
func parseManifest(data []byte) (manifest, error) {
	var kind struct {
		App     string `json:"app"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return manifest{}, fmt.Errorf("%w: manifest: %w", ErrDamaged, err)
	}
	switch {
	case kind.App != app:
		return manifest{}, fmt.Errorf("%w: manifest of another program", ErrNotBackup)
	case kind.Version > version:
		return manifest{}, fmt.Errorf("%w (format %d, newest known %d)", ErrNewer, kind.Version, version)
	case kind.Version < 1:
		return manifest{}, fmt.Errorf("%w: format %d", ErrDamaged, kind.Version)
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return manifest{}, fmt.Errorf("%w: manifest: %w", ErrDamaged, err)
	}
	names := slices.Sorted(slices.Values(m.Parts))
	if len(names) == 0 || len(slices.Compact(names)) != len(m.Parts) || slices.Contains(m.Parts, manifestName) {
		return manifest{}, fmt.Errorf("%w: manifest: parts", ErrDamaged)
	}
	return m, nil
}
