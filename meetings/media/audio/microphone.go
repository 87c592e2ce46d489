package audio

import "context"

const (
	// microphoneRing is what fits between the device and the reader: 1.4 s.
	microphoneRing = 1 << 16
	// maxMicrophoneDelay is how much sound may wait for a slow reader before
	// the oldest is dropped: late sound is worth less than a gap.
	maxMicrophoneDelay = SampleRate / 10
)

// microphone is a Source on a real device.
type microphone struct {
	device  *device
	ring    *ring
	arrived chan struct{}
}

func openMicrophone(ctx context.Context, name string) (Source, error) {
	m := &microphone{ring: newRing(microphoneRing), arrived: make(chan struct{}, 1)}
	var err error
	m.device, err = openDevice(ctx, microphoneRole, name, m.capture)
	if err != nil {
		return nil, err
	}
	if err := m.device.run(); err != nil {
		_ = m.device.close() // the reason why it does not run says more
		return nil, err
	}
	return m, nil
}

// capture runs on the device's thread. What a full ring does not take is lost.
func (m *microphone) capture(_, input []byte, _ uint32) {
	m.ring.writeBytes(input)
	signal(m.arrived)
}

func (m *microphone) Read(ctx context.Context, pcm []int16) error {
	if err := checkReadSize(pcm); err != nil {
		return err
	}
	if late := m.ring.buffered() - len(pcm); late > maxMicrophoneDelay {
		m.ring.skip(late)
	}
	for !m.ring.readInto(pcm) {
		select {
		case <-m.arrived:
		case <-ctx.Done():
			return ctx.Err()
		case <-m.device.closed:
			return ErrClosed
		case <-m.device.lost:
			return ErrGone
		}
	}
	return nil
}

func (m *microphone) gone() <-chan struct{} { return m.device.gone() }

func (m *microphone) Close() error {
	_ = m.device.close() // Read has told of a device that is gone
	return nil
}
