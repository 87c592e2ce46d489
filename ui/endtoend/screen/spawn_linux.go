package screen

import (
	"os/exec"
	"syscall"
)

// ownGroup puts the program and its children in a process group of their own,
// and ends it when the test binary dies without cleaning up (a timeout).
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// killGroup kills the program and every child it has left behind.
func killGroup(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
}
