package remote

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
)

// fail returns the error of this errand.
func (e *errand) fail(reason error, detail string) *Error {
	return &Error{Op: e.op, Host: e.typed.Hostname(), Reason: reason, Detail: detail, RetryAfter: e.late}
}

// trouble puts in our own words what went wrong on a connection. What the
// libraries say may hold the address, or what the server has said.
func (e *errand) trouble(err error) error {
	if e.caller.Err() != nil {
		return e.caller.Err()
	}
	var dialing dialError
	switch {
	case e.ctx.Err() != nil, errors.Is(err, context.DeadlineExceeded):
		return e.fail(ErrTooSlow, "")
	case errors.As(err, &dialing):
		return e.fail(dialing.reason, dialing.detail)
	case isCertificate(err):
		return e.fail(ErrCertificate, "")
	case isHeaderTooLarge(err):
		return e.fail(ErrTooLarge, "header")
	}
	return e.fail(ErrUnreachable, brokenDetail(err))
}

func isCertificate(err error) bool {
	var verification *tls.CertificateVerificationError
	var roots x509.SystemRootsError
	return errors.As(err, &verification) || errors.As(err, &roots)
}

// isHeaderTooLarge knows the transport's error by its text, as it has no type.
func isHeaderTooLarge(err error) bool {
	return strings.Contains(err.Error(), "server response headers exceeded")
}

func brokenDetail(err error) string {
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var timeout net.Error
	switch {
	case errors.As(err, &record):
		return "does not speak TLS"
	case errors.As(err, &alert):
		return "no TLS version or cipher in common"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timeout"
	}
	return "connection broke"
}
