package calendartest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// nginxConfig runs one process, which the test can end, as whoever runs the test.
const nginxConfig = `daemon off;
master_process off;
USER
pid DIR/nginx.pid;
error_log stderr warn;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path DIR/body;
  proxy_temp_path DIR/proxy;
  fastcgi_temp_path DIR/fastcgi;
  uwsgi_temp_path DIR/uwsgi;
  scgi_temp_path DIR/scgi;
  types { text/calendar ics; text/html html; }
  gzip on;
  gzip_types text/calendar;
  gzip_min_length 1;
  server {
    listen 127.0.0.1:PORT ssl;
    ssl_certificate CERTIFICATE;
    ssl_certificate_key KEY;
    root ROOT;
    location /private/ {
      auth_basic "Kalender";
      auth_basic_user_file DIR/users;
    }
    location = /busy { return 429; add_header Retry-After 900 always; }
  }
}
`

// Nginx hands out the files of a folder. Those in its folder "private" are open
// to the user alone. It packs calendars, and sends ETag and Last-Modified.
func Nginx(t testing.TB, dir string) *Server {
	t.Helper()
	authority := NewAuthority(t)
	certificate, key := authority.Files(t)
	home := t.TempDir()
	write(t, filepath.Join(home, "users"), user+":{PLAIN}"+phrase+"\n")
	account := ""
	if os.Geteuid() == 0 {
		account = "user root;" // else it could not read the test's folder
	}
	server := serve(t, authority, func(port string) []string {
		config := filepath.Join(home, "nginx.conf")
		write(t, config, strings.NewReplacer("USER", account, "DIR", home, "PORT", port,
			"CERTIFICATE", certificate, "KEY", key, "ROOT", dir).Replace(nginxConfig))
		return []string{nginx(), "-p", home, "-c", config, "-e", "stderr"}
	})
	server.User, server.Password = user, phrase
	return server
}

// nginx is the program. Debian has it where ordinary users do not look.
func nginx() string {
	if path, err := exec.LookPath("nginx"); err == nil {
		return path
	}
	return "/usr/sbin/nginx"
}

// The account that servers have.
const (
	user   = "kari@firma.no"
	phrase = "riktig-hest-batteri"
)

func write(t testing.TB, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
