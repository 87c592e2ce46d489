//go:build !linux

package screen

import "os/exec"

// ownGroup does nothing: only Linux ends children with their parent.
func ownGroup(*exec.Cmd) {}

// killGroup kills the program itself.
func killGroup(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
}
