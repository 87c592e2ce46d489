package call

import (
	"os"

	"github.com/shirou/gopsutil/v4/process"
)

// processMeter measures this process.
type processMeter struct {
	self *process.Process // nil where the system does not tell
}

func newProcessMeter() *processMeter {
	self, err := process.NewProcess(int32(os.Getpid()))
	if err != nil {
		return &processMeter{}
	}
	return &processMeter{self: self}
}

// measure returns the CPU time used since the process began, in seconds of one
// core, and the resident memory in bytes; 0 for what the system does not tell.
func (p *processMeter) measure() (cpuSeconds float64, rssBytes uint64) {
	if p.self == nil {
		return 0, 0
	}
	if times, err := p.self.Times(); err == nil {
		cpuSeconds = round(times.User+times.System, 2)
	}
	if memory, err := p.self.MemoryInfo(); err == nil {
		rssBytes = memory.RSS
	}
	return cpuSeconds, rssBytes
}
