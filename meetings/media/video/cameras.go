package video

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/pion/mediadevices/pkg/driver"
	"github.com/pion/mediadevices/pkg/driver/camera"
)

// cameras finds the cameras of the machine.
type cameras struct {
	mu   sync.Mutex
	scan func() // brings the driver library's list up to date
}

// system is the machine's own.
var system = &cameras{scan: rescan}

// rescan looks for cameras again: the driver library has looked once when the
// process began, and cameras come and go. Some of its drivers add to the list
// rather than replace it, so the old entries are taken off; one that is open
// goes on working.
func rescan() {
	known := driver.GetManager().Query(driver.FilterVideoRecorder())
	camera.Initialize()
	for _, d := range known {
		driver.GetManager().Delete(d.ID())
	}
}

// list returns the cameras that are plugged in now, best first.
func (c *cameras) list(ctx context.Context) ([]driver.Driver, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c.scan()
	found := driver.GetManager().Query(driver.FilterAnd(
		driver.FilterVideoRecorder(), driver.FilterDeviceType(driver.Camera)))
	slices.SortFunc(found, func(a, b driver.Driver) int {
		x, y := a.Info(), b.Info()
		return cmp.Or(cmp.Compare(y.Priority, x.Priority), strings.Compare(x.Label, y.Label))
	})
	return found, nil
}

func (c *cameras) devices(ctx context.Context) ([]Device, error) {
	drivers, err := c.list(ctx)
	if err != nil {
		return nil, fmt.Errorf("listing cameras: %w", err)
	}
	var devices []Device
	for _, d := range drivers {
		if name := cameraName(d); name != "" {
			devices = append(devices, Device{ID: cameraID(d), Name: name})
		}
	}
	return devices, nil
}

// find returns the cameras that spec may mean, best first: all of them for
// SpecDefault.
func (c *cameras) find(ctx context.Context, spec string) ([]driver.Driver, error) {
	drivers, err := c.list(ctx)
	if err != nil {
		return nil, err
	}
	if spec == SpecDefault {
		if len(drivers) == 0 {
			return nil, ErrNoCamera
		}
		return drivers, nil
	}
	for _, matches := range []func(driver.Driver) bool{
		func(d driver.Driver) bool { return cameraID(d) == spec },
		func(d driver.Driver) bool { return cameraName(d) == spec },
		func(d driver.Driver) bool { return strings.EqualFold(cameraName(d), spec) },
		func(d driver.Driver) bool { return devicePath(d) == spec },
	} {
		if i := slices.IndexFunc(drivers, matches); i >= 0 {
			return drivers[i : i+1], nil
		}
	}
	return nil, fmt.Errorf("%w: %q", ErrUnknownCamera, spec)
}

// cameraName is what the maker calls the camera. On Linux the library joins
// the bus to it, and leaves both empty for a node that does not open or
// delivers no pictures, as the second node of many webcams.
func cameraName(d driver.Driver) string {
	name, _, _ := strings.Cut(d.Info().Name, camera.LabelSeparator)
	return strings.TrimSpace(name)
}

// cameraID is the part of the label that stays the same from start to start;
// on Linux the node's number follows it.
func cameraID(d driver.Driver) string {
	id, _, _ := strings.Cut(d.Info().Label, camera.LabelSeparator)
	return id
}

// devicePath is the device file on Linux, empty elsewhere.
func devicePath(d driver.Driver) string {
	_, node, found := strings.Cut(d.Info().Label, camera.LabelSeparator)
	if !found {
		return ""
	}
	return "/dev/" + node
}
