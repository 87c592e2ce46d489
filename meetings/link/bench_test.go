package link

import (
	"strings"
	"testing"
)

// The texts are about 100 KB, as a long thread of mails is; the meeting is in
// the middle.
const benchSize = 100 << 10

func around(filling, invitation string) string {
	half := strings.Repeat(filling, benchSize/2/len(filling)+1)
	return half + invitation + half
}

func plainMail() string {
	return around("Hei Kari!\nTakk for sist. Se avtalen på https://www.firma.no/avtaler/2026?id=17 – kl. 10:30 passer fint.\n> Hilsen Ola\n",
		"Bli med i møtet: "+teamsLink+"\nMøte-ID: 321 234 567 890 1\nPassord: Qw12Er\n")
}

func htmlMail() string {
	filling := `<tr><td style="font-family:Calibri,sans-serif;font-size:11pt;color:#242424"><p class="MsoNormal">Takk for sist. ` +
		`Se <a href="https://www.firma.no/avtaler/2026?id=17&amp;s=1" style="color:#0563C1">avtalen</a> &ndash; kl. 10:30 passer.</p></td></tr>` + "\n"
	return "<html><body><table>" + around(filling, `<tr><td><a href="`+strings.ReplaceAll(safe(teamsLink), "&", "&amp;")+
		`">Bli med</a><br>M&oslash;te-ID: 321 234 567 890 1<br>Passord: Qw12Er</td></tr>`) + "</table></body></html>"
}

func benchmarkFind(b *testing.B, part Part) {
	if m, ok := Best(part); !ok || m.Passcode() != "Qw12Er" && part.Place != InLocation {
		b.Fatal(m, ok)
	}
	b.SetBytes(int64(len(part.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(part)
	}
}

func BenchmarkLink(b *testing.B)  { benchmarkFind(b, Part{InLocation, teamsLink}) }
func BenchmarkPlain(b *testing.B) { benchmarkFind(b, Part{Pasted, plainMail()}) }
func BenchmarkHTML(b *testing.B)  { benchmarkFind(b, Part{InHTML, htmlMail()}) }

// BenchmarkHostile is the worst that a megabyte is known to do.
func BenchmarkHostile(b *testing.B) {
	for name, text := range hostileTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(Part{Pasted, text})
			}
		})
	}
}

// BenchmarkLoad is what the first link costs.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(servicesJSON); err != nil {
			b.Fatal(err)
		}
	}
}
