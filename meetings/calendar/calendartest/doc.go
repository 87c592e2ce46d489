// Package calendartest starts real calendar servers for tests: nginx, which hands
// out files, and Radicale, which speaks CalDAV. They listen on this machine
// alone, over TLS, with a certificate of an authority that the test makes, and
// end with the test.
//
//	server := calendartest.Nginx(t, dir)
//	address := server.URL + "/kari.ics"
//	t.Setenv("SSL_CERT_FILE", server.CA) // for a program that the test starts
//
// They need Linux, and the packages nginx-light and radicale.
package calendartest
