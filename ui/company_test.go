package ui

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// fjord is a small company.
func fjord() organisation.Organisation {
	return organisation.Organisation{
		ID: organisation.NewID(), Version: 1, Name: "Fjord Regnskap AS",
		Contacts: []organisation.Contact{{Role: organisation.ITSupport, Name: "Siv", Phone: "22 00 00 00"}},
		Items: []organisation.Item{{
			ID: organisation.NewItemID(), Role: "employee", Priority: "should", Title: organisation.Text{NB: "Les rutinen"},
		}},
	}
}

func newKey(t testing.TB) organisation.Key {
	t.Helper()
	key, err := organisation.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func sign(t testing.TB, o organisation.Organisation, key organisation.Key) *organisation.File {
	t.Helper()
	file, err := organisation.Sign(o, key, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// write puts a file on disk as an employee gets it.
func write(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fjord.hjemmekontor")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// press presses enter where the cursor is.
func (s *testShell) press() {
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// shows tells whether the beginning of a sentence, before it may wrap, stands in
// an object.
func shows(o fyne.CanvasObject, sentence string) bool {
	const beginning = 30
	return strings.Contains(test.RenderObjectToMarkup(o), sentence[:min(len(sentence), beginning)])
}

func TestEmployerPublishesWhatAnEmployeeTakes(t *testing.T) {
	boss := newShell(t, locales.Norwegian, normal)
	boss.open(Company)
	boss.edit()
	boss.saveDraft(fjord())
	boss.settled()
	boss.publish()
	boss.settled()
	boss.press() // the name that is proposed will do
	boss.settled()
	path := filepath.Join(boss.folder, "Fjord Regnskap AS.hjemmekontor")
	published, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if boss.company == nil || string(boss.company.Raw) != string(published) || boss.company.Organisation.Version != 1 {
		t.Fatalf("the employer's own window holds %+v", boss.company)
	}
	if draft := boss.draftNow(); draft == nil || boss.changed(*draft) {
		t.Error("what has been published counts as changed")
	}

	anna := newShell(t, locales.Norwegian, normal)
	anna.openPaths([]string{path})
	anna.settled()
	offered, first, answer := anna.firm.Asking()
	if offered == nil || !first || offered.Fingerprint() != boss.company.Fingerprint() || anna.company != nil {
		t.Fatalf("she is asked about %+v, first %v", offered, first)
	}
	answer(true)
	anna.settled()
	if anna.companyName() != "Fjord Regnskap AS" || len(anna.whomToRing()) != 1 {
		t.Errorf("she has %q with %v", anna.companyName(), anna.whomToRing())
	}
	items := anna.catalogue.Items(checklists.Employee)
	if got := items[len(items)-1].Own; got == nil || got.Title.NB != "Les rutinen" {
		t.Errorf("the last item is %+v", items[len(items)-1])
	}
}

func TestFilesThatAreNotTaken(t *testing.T) {
	key := newKey(t)
	held := fjord()
	held.Version = 5
	older, other, conflicting := held, fjord(), held
	older.Version = 4
	conflicting.Name = "Fjord og Sønn AS"
	good := sign(t, held, key).Raw
	tests := map[string]struct {
		content []byte
		problem string
	}{
		"cut short":      {good[:len(good)-20], "problem.company-cut-short"},
		"no such file":   {[]byte("\x89PNG\r\n\x1a\n"), "problem.company-not-one"},
		"another key":    {sign(t, held, newKey(t)).Raw, "problem.company-other-key"},
		"another":        {sign(t, other, key).Raw, "problem.company-other"},
		"older":          {sign(t, older, key).Raw, "problem.company-older"},
		"same version":   {sign(t, conflicting, key).Raw, "problem.company-conflict"},
		"changed letter": {[]byte(string(good[:len(good)-30]) + "x" + string(good[len(good)-29:])), "problem.company-signature"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShell(t, locales.Norwegian, normal)
			s.takeCompany(sign(t, held, key), func() {})
			s.settled()
			s.readCompany(write(t, tt.content))
			s.settled()
			if offered, _, _ := s.firm.Asking(); offered != nil || s.company.Organisation.Version != 5 {
				t.Errorf("it is offered: %v, held is version %d", offered != nil, s.company.Organisation.Version)
			}
			if want := s.texts.Text(tt.problem); !shows(s.firm.Object(), want) {
				t.Errorf("the page does not say %q", want)
			}
		})
	}
}

func TestTakingAFileAwayCanBeUndone(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	file := sign(t, fjord(), newKey(t))
	s.takeCompany(file, func() {})
	s.settled()
	own := file.Organisation.Items[0].ID
	s.setState(own, checklists.Done, "")
	s.settled()
	s.removeCompany()
	s.settled()
	if s.company != nil || s.marks[own].State != checklists.Done {
		t.Fatalf("the company is %v, the tick %q", s.company, s.marks[own].State)
	}
	s.undoLast()
	s.settled()
	if s.company == nil || string(s.company.Raw) != string(file.Raw) {
		t.Error("undoing brought nothing back")
	}
}

// Another window may have taken a newer file since this one was read.
func TestAnOlderFileNeverReplacesANewerOne(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	key, first := newKey(t), fjord()
	second := first
	second.Version = 2
	older, newer := sign(t, first, key), sign(t, second, key)
	keep := func(file *organisation.File) error {
		return s.store.KeepOrganisationFile(t.Context(), replacing(file))
	}
	if err := keep(newer); err != nil {
		t.Fatal(err)
	}
	if err := keep(older); err == nil {
		t.Error("the older one was kept")
	}
	if err := keep(newer); err != nil {
		t.Errorf("keeping the same once more: %v", err)
	}
}

func TestUpdatesComeByThemselves(t *testing.T) {
	key := newKey(t)
	var answer []byte
	status := http.StatusOK
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = w.Write(answer)
	}))
	defer server.Close()
	first := fjord()
	first.Update = server.URL + "/fjord.hjemmekontor"
	second, stranger := first, fjord()
	second.Version = 2
	held := sign(t, first, key)
	tests := []struct {
		name    string
		answer  []byte
		status  int
		version int
		problem string
	}{
		{"newer", sign(t, second, key).Raw, http.StatusOK, 2, ""},
		{"the same", held.Raw, http.StatusOK, 1, ""},
		{"an error page", []byte("<html>no</html>"), http.StatusNotFound, 1, "problem.company-unreachable"},
		{"a page", []byte("<html>welcome</html>"), http.StatusOK, 1, "problem.company-not-one"},
		{"another company's", sign(t, stranger, key).Raw, http.StatusOK, 1, "problem.company-other"},
		{"another key's", sign(t, second, newKey(t)).Raw, http.StatusOK, 1, "problem.company-other-key"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			answer, status = tt.answer, tt.status
			s := newShell(t, locales.Norwegian, normal)
			s.client = server.Client()
			s.takeCompany(held, func() {})
			s.settled()
			s.lookForUpdate()
			s.settled()
			if got := s.company.Organisation.Version; got != tt.version {
				t.Errorf("version %d is held, want %d", got, tt.version)
			}
			want := ""
			if tt.problem != "" {
				want = s.texts.Text(tt.problem)
			}
			if s.updated.Asked.IsZero() || s.updated.Problem != want {
				t.Errorf("asked %v, and the problem is %q, want %q", s.updated.Asked, s.updated.Problem, want)
			}
		})
	}
}
