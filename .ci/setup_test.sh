#!/bin/sh
# Tests .ci/setup on machines that do not exist: a folder stands in for /, and
# the programs in it, package managers among them, are a few lines of shell
# that write down how they were called. Run by `make test`.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# program NAME writes a program of the machine, from standard input.
program() {
	{
		echo '#!/bin/sh'
		cat
	} >"$machine/bin/$1"
	chmod +x "$machine/bin/$1"
}

# log_calls NAME adds a program that writes its calls to the log.
log_calls() {
	program "$1" <<-END
		echo "$1 \$*" >>"$machine/log"
	END
}

# manager NAME adds a package manager. Asked to install, it puts all that lies
# in the machine's store in place, unless the file "broken" is there, which
# goes away with an update.
manager() {
	program "$1" <<-END
		echo "$1 \$*\${DEBIAN_FRONTEND:+ (\$DEBIAN_FRONTEND)}" >>"$machine/log"
		case " \$* " in
		*" update "* | *" -Sy "*) rm -f "$machine/broken" "$machine/unlisted" ;;
		esac
		case " \$* " in
		*" install "* | *" -S "* | *" -Sy "*)
			[ ! -e "$machine/broken" ] || exit 100
			cp -R "$machine/store/." "$machine/"
			;;
		esac
	END
}

# new_machine NAME makes a Debian machine where everything is there, used by
# root. Libraries and modules are files, as pkg-config and Python look for.
new_machine() {
	name=$1
	machine=$work/$(printf '%s' "$name" | tr ' ' -)
	mkdir -p "$machine/bin" "$machine/store/bin" "$machine/store/lib" "$machine/lib" "$machine/usr/bin" \
		"$machine/usr/include" "$machine/usr/lib/dri" "$machine/usr/sbin" "$machine/usr/libexec/ayatana-indicator-application" "$machine/etc/ssl/certs"
	: >"$machine/log"
	for tool in sh awk sed env cat cp rm tr sort dirname grep printf; do
		ln -s "$(command -v "$tool")" "$machine/bin/$tool"
	done
	echo 'echo Linux' | program uname
	echo 'echo 0' | program id
	echo 'echo go version go99.1 linux/amd64' | program go
	program pkg-config <<-END
		shift
		for library; do [ -e "$machine/lib/\$library.pc" ] || exit 1; done
	END
	program tesseract <<-END
		echo "List of available languages:"
		for file in "$machine"/lib/*.traineddata; do
			name=\${file##*/}
			echo "\${name%.traineddata}"
		done
	END
	cat >"$machine/usr/bin/python3" <<-END
		#!/bin/sh
		shift 2
		for module; do [ -e "$machine/lib/\$module.py" ] || exit 1; done
	END
	chmod +x "$machine/usr/bin/python3"
	manager apt-get
	program apt-cache <<-END
		case \$1 in
		show) [ ! -e "$machine/unlisted" ] ;;
		policy) echo "  Candidate: 2:1.19~1" ;;
		esac
	END
	for tool in make gcc git Xvfb setxkbmap xkbcomp xdotool xwininfo xclip openbox dbus-daemon dbus-run-session dbus-send \
		gnome-keyring-daemon pulseaudio pactl wormhole twist3 import vpxenc minisign pdftotext zbarimg dunst \
		xdg-mime gio desktop-file-validate update-mime-database radicale shellcheck; do
		log_calls "$tool"
	done
	for library in gl x11 xext xcursor xrandr xinerama xi xxf86vm wayland-client wayland-cursor wayland-egl \
		xkbcommon vpx opus; do
		: >"$machine/lib/$library.pc"
	done
	touch "$machine/lib/wormhole_mailbox_server.py" "$machine/lib/spake2.py" \
		"$machine/lib/nor.traineddata" "$machine/lib/eng.traineddata" "$machine/usr/include/stdio.h" \
		"$machine/usr/sbin/nginx" \
		"$machine/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service" \
		"$machine/usr/lib/dri/swrast_dri.so" "$machine/etc/ssl/certs/ca-certificates.crt"
}

# lacks FILE... takes parts of the machine away; an install brings them back.
lacks() {
	for part; do
		mkdir -p "$machine/store/$(dirname "$part")"
		mv "$machine/$part" "$machine/store/$part"
	done
}

# setup ARGUMENT... runs the script there: its exit code, output and log.
setup() {
	code=0
	env -i PATH="$machine/bin" SETUP_ROOT="$machine" ${toolchain:+GOTOOLCHAIN="$toolchain"} \
		"$here/setup" "$@" >"$machine/out" 2>&1 </dev/null || code=$?
}

fail() {
	failures=$((failures + 1))
	printf 'FAIL %s: %s\n  exit code %s, output:\n' "$name" "$1" "$code"
	sed 's/^/    /' "$machine/out"
	echo '  called:'
	sed 's/^/    /' "$machine/log"
}

exits() {
	[ "$code" -eq "$1" ] || fail "exit code is not $1"
}

# prints TEXT: the output holds it.  prints (nothing): there is no output.
prints() {
	if [ $# -eq 0 ]; then
		[ ! -s "$machine/out" ] || fail "it printed something"
	else
		grep -qF -- "$1" "$machine/out" || fail "it did not print: $1"
	fi
}

one_line() {
	[ "$(wc -l <"$machine/out")" -eq 1 ] || fail "the output is not one line"
}

# calls LINE...: exactly these programs were called, in this order.
calls() {
	if [ $# -eq 0 ]; then
		[ ! -s "$machine/log" ] || fail "something was called"
		return
	fi
	printf '%s\n' "$@" | cmp -s - "$machine/log" || fail "the calls are not: $(printf '%s; ' "$@")"
}

toolchain=
apt='apt-get -q -o DPkg::Lock::Timeout=300'
quiet='(noninteractive)'

for stage in build test lint; do
	new_machine "all there for $stage"
	setup "$stage"
	exits 0
	prints
	calls
done

new_machine "compiler and library missing"
lacks bin/gcc lib/vpx.pc
setup build
exits 0
prints "Installing gcc libvpx-dev"
calls "$apt install -y --no-install-recommends gcc libvpx-dev $quiet"

new_machine "a package is named once"
lacks lib/x11.pc lib/xi.pc
setup build
exits 0
calls "$apt install -y --no-install-recommends xorg-dev $quiet"

new_machine "nothing but a package manager"
lacks bin/make bin/gcc bin/pkg-config usr/include/stdio.h etc/ssl/certs/ca-certificates.crt
setup build
exits 0
prints "ca-certificates gcc libc6-dev"
prints "libvpx-dev"
prints "pkg-config"

new_machine "no lists of packages yet"
lacks bin/gcc
: >"$machine/unlisted"
setup build
exits 0
calls "$apt update $quiet" "$apt install -y --no-install-recommends gcc $quiet"

new_machine "lists of packages too old"
lacks bin/gcc
: >"$machine/broken"
setup build
exits 0
calls "$apt install -y --no-install-recommends gcc $quiet" "$apt update $quiet" \
	"$apt install -y --no-install-recommends gcc $quiet"

new_machine "tests need more than the build"
lacks bin/Xvfb bin/dbus-send lib/spake2.py lib/nor.traineddata usr/lib/dri/swrast_dri.so
setup build
exits 0
calls
setup test
exits 0
calls "$apt install -y --no-install-recommends dbus libgl1-mesa-dri python3-spake2 tesseract-ocr-nor xvfb $quiet"

new_machine "convert without ImageMagick"
lacks bin/import
log_calls convert
setup test
exits 0
calls "$apt install -y --no-install-recommends imagemagick $quiet"

new_machine "no Tesseract at all"
lacks bin/tesseract
setup test
exits 0
calls "$apt install -y --no-install-recommends tesseract-ocr tesseract-ocr-eng tesseract-ocr-nor $quiet"

new_machine "another compiler is named"
lacks bin/gcc
log_calls clang
code=0
env -i PATH="$machine/bin" SETUP_ROOT="$machine" CC=clang "$here/setup" build >"$machine/out" 2>&1 || code=$?
exits 0
calls

new_machine "not root, with sudo"
lacks bin/gcc
echo 'echo 1000' | program id
program sudo <<-END
	echo "sudo" >>"$machine/log"
	exec "\$@"
END
setup build
exits 0
calls "sudo" "$apt install -y --no-install-recommends gcc $quiet"

new_machine "not root, sudo refuses"
lacks bin/gcc
echo 'echo 1000' | program id
echo 'exit 1' | program sudo
setup build
exits 1
prints "These packages could not be installed; please install them and try again: gcc."
calls

new_machine "not root, no sudo"
lacks bin/gcc lib/opus.pc
echo 'echo 1000' | program id
setup build
exits 1
prints "Please install these packages and try again: gcc libopus-dev."
one_line
calls

new_machine "no package manager"
lacks lib/opus.pc
rm "$machine/bin/apt-get"
setup build
exits 1
prints "(by their Debian names) and try again: libopus-dev."
one_line

new_machine "installed in vain"
lacks lib/opus.pc
rm -r "$machine/store"
mkdir "$machine/store"
setup build
exits 1
prints "Installed, but still not found: pc:opus (libopus-dev)."

new_machine "only a look"
lacks bin/gcc lib/opus.pc
setup --check build
exits 1
prints "Missing packages: gcc libopus-dev."
one_line
calls

new_machine "Fedora"
lacks bin/gcc lib/x11.pc lib/xi.pc bin/xdotool bin/import
rm "$machine/bin/apt-get"
manager dnf
setup test
exits 0
calls "dnf install -y --setopt=install_weak_deps=False ImageMagick gcc libX11-devel libXi-devel xdotool"

new_machine "Arch"
lacks bin/gcc lib/vpx.pc bin/openbox
rm "$machine/bin/apt-get"
manager pacman
setup test
exits 0
calls "pacman -S --needed --noconfirm gcc libvpx openbox"

new_machine "Arch with old lists"
lacks bin/gcc
: >"$machine/broken"
rm "$machine/bin/apt-get"
manager pacman
setup build
exits 0
calls "pacman -S --needed --noconfirm gcc" "pacman -Sy --needed --noconfirm gcc"

new_machine "macOS"
lacks lib/vpx.pc lib/x11.pc usr/include/stdio.h bin/Xvfb
echo 'echo Darwin' | program uname
echo 'echo 501' | program id
log_calls sudo
manager brew
setup test
exits 0
calls "brew install libvpx"

new_machine "macOS without Homebrew"
lacks lib/vpx.pc lib/opus.pc
echo 'echo Darwin' | program uname
setup build
exits 1
prints "Please install these packages and try again: libvpx opus."

new_machine "MSYS2"
lacks bin/gcc lib/opus.pc lib/x11.pc
echo 'echo MINGW64_NT-10.0' | program uname
echo 'echo 197609' | program id
manager pacman
setup build
exits 0
calls "pacman -S --needed --noconfirm mingw-w64-ucrt-x86_64-gcc mingw-w64-ucrt-x86_64-opus"

new_machine "Go missing and none packaged"
rm "$machine/bin/go"
setup build
exits 1
prints "Go $(sed -n 's/^go //p' "$here/../go.mod") or newer is needed"
one_line
calls

new_machine "Go missing and packaged"
lacks bin/go
program apt-cache <<-'END'
	[ "$1" = show ] || echo "  Candidate: 2:1.24~2"
END
setup build
exits 0
calls "$apt install -y --no-install-recommends golang-go $quiet"

new_machine "Go too old"
echo 'echo go version go1.20.14 linux/amd64' | program go
setup build
exits 1
prints "or newer is needed"

new_machine "Go that fetches a newer one"
echo 'echo go version go1.22.2 linux/amd64' | program go
setup build
exits 0
prints

new_machine "Go that may not fetch a newer one"
echo 'echo go version go1.22.2 linux/amd64' | program go
toolchain=local
setup build
toolchain=
exits 1
prints "or newer is needed"

for wrong in "" "everything" "build test" "--check"; do
	new_machine "wrong usage $wrong"
	# shellcheck disable=SC2086 # none, one or two arguments
	setup $wrong
	exits 2
	prints "usage: .ci/setup"
	calls
done

if [ "$failures" -gt 0 ]; then
	echo "setup_test.sh: $failures failures"
	exit 1
fi
echo "ok  	.ci/setup"
