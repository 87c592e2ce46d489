package link

import (
	"strings"
	"testing"
)

// What the tokenizer is spared reads as if it had read it.
func TestHTMLText(t *testing.T) {
	const address = "https://zoom.us/j/81234567890?pwd=Ab3"
	for html, want := range map[string]string{
		`<p class="x" style="color:red">Møte</p>`:                     "\nMøte\n",
		`<tr><td>ID:</td><td>812</td></tr>`:                           "\n ID:  812 \n",
		`<span>a</span><b>b</b><img src="x">c<br/>d`:                  "abc\nd",
		`M&oslash;te &lt;1&gt;`:                                       "Møte <1>",
		`<a href="` + address + `" style="x">Bli med</a>`:             " <" + address + "> Bli med",
		`<a href=" ` + address + ` ">Bli med</a>`:                     " <" + address + "> Bli med",
		`<a href="` + address + `&amp;amp;copy=1">x</a>`:              " <" + address + "&amp;copy=1> x",
		`<a href="` + address + `&copy=1">x</a>`:                      " <" + address + "&copy=1> x",
		`<a href='` + address + `'>x</a>`:                             " <" + address + "> x",
		`<A TITLE="a > b" HREF=` + address + `>x</A>`:                 " <" + address + "> x",
		`<a href="">x</a><a name="y">y</a>`:                           "xy",
		`<p title="a > b">x</p>`:                                      "\nx\n",
		`<div title='"'>x</div>`:                                      "\nx\n",
		`<style>p{}</style><script>"<p>` + address + `"</script><p>x`: "\nx",
		`<!-- <a href="` + address + `">x</a> --><title>T</title>`:    "\nT\n",
		`<!doctype html><html><head><meta charset="x"></head><body>x`: "x",
		`<style><!-- p{} --></STYLE>x<script>"</style>"</script>y`:    "xy",
		`<style>p{}<p>` + address:                                     "",
		`<!-- <p>`:                                                    "",
		`<!---->x<!-- y -- > -->z`:                                    "xz",
		`1 < 2 <p`:                                                    "1 < 2 ",
	} {
		if got := htmlText(html); got != want {
			t.Errorf("%s\nreads %q, want %q", html, got, want)
		}
	}
	if got := htmlText(strings.Repeat("<", 1000)); strings.Count(got, "<") > 1000 {
		t.Errorf("of brackets came %q", got)
	}
}
