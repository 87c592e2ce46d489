package ui

import (
	"context"
	"errors"
	"log/slog"
	"os"

	"hjemmekontor/meetings/call"
)

// writeStats writes a call's statistics to a file until the call ends.
func writeStats(running *call.Call, name string) {
	file, err := os.Create(name)
	if err != nil {
		slog.Error("writing statistics", "error", err)
		return
	}
	if err := errors.Join(call.WriteStats(context.Background(), running, file), file.Close()); err != nil {
		slog.Error("writing statistics", "error", err)
	}
}
