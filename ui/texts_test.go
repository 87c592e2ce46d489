package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui"
	"hjemmekontor/ui/theme"
)

const root = ".."

func TestLanguagesHaveTheSameKeysAndPlaces(t *testing.T) {
	nb, en := rawTexts(t, locales.Norwegian), rawTexts(t, locales.English)
	for _, key := range union(nb, en) {
		norwegian, inNorwegian := nb[key]
		english, inEnglish := en[key]
		switch {
		case !inNorwegian:
			t.Errorf("%s is missing in Norwegian", key)
		case !inEnglish:
			t.Errorf("%s is missing in English", key)
		case !slices.Equal(places(norwegian), places(english)):
			t.Errorf("%s has places %v in Norwegian and %v in English", key, places(norwegian), places(english))
		}
		if strings.TrimSpace(norwegian) == "" || strings.TrimSpace(english) == "" {
			t.Errorf("%s is empty", key)
		}
	}
}

func TestEveryKeyAskedForExists(t *testing.T) {
	for _, l := range locales.Languages() {
		texts, err := locales.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for key, where := range literalKeys(t) {
			if !texts.Has(key) {
				t.Errorf("%s: %s asks for %q", l, where, key)
			}
		}
		for key := range dataKeys(t) {
			if !texts.Has(key) {
				t.Errorf("%s: the data asks for %q", l, key)
			}
		}
	}
}

func TestEveryKeyIsAskedFor(t *testing.T) {
	used := dataKeys(t)
	for _, literal := range literals(t) {
		used[literal.value] = true
	}
	for key := range messageKeys(t) {
		if !used[key] {
			t.Errorf("nothing asks for %q", key)
		}
	}
}

// letters that stand beside a space: a sentence, or part of one.
var sentence = regexp.MustCompile(`\pL+[,.!?]? \pL+`)

// showing is the functions whose first argument a user reads.
var showing = map[string]bool{
	"NewText": true, "NewLine": true, "NewLabel": true, "NewPrimary": true, "NewSecondary": true,
	"NewQuiet": true, "NewDanger": true, "NewLink": true, "NewNotice": true, "NewHint": true,
	"NewLead": true, "NewDestination": true, "SetText": true, "SetPlaceHolder": true, "SetTitle": true,
	"NewWindow": true, "Set": true, "say": true,
}

// speaking to programmers: what these are given never reaches a user.
var technical = map[string]bool{
	"New": true, "Errorf": true, "Error": true, "Warn": true, "Info": true, "Debug": true,
	"panic": true, "Make": true, "problem": true, "fail": true, "broken": true, "remember": true, "changeCalendar": true,
}

// foreign are the files that other programs read, in words of their own.
var foreign = regexp.MustCompile(`^\.\./ui/desktop/`)

func TestNoWordsStandInTheCode(t *testing.T) {
	word := regexp.MustCompile(`\pL`)
	for _, l := range literals(t) {
		if showing[l.call] && l.first && word.MatchString(l.value) {
			t.Errorf("%s shows %q, which belongs in locales", l.where, l.value)
		}
		if sentence.MatchString(l.value) && !technical[l.call] && !foreign.MatchString(l.where) {
			t.Errorf("%s holds the words %q, which belong in locales", l.where, l.value)
		}
	}
}

// dataKeys is every key that is put together from data rather than written
// out.
func dataKeys(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{"date.months": true, "date.weekdays": true, "date.weekdays-within": true, "date.long": true}
	addChecklists(t, keys)
	addContacts(t, keys)
	addChoices(keys)
	addIncidents(t, keys)
	addGuide(t, keys)
	return keys
}

// addKey adds a key, given in its parts.
func addKey(keys map[string]bool, parts ...string) { keys[strings.Join(parts, ".")] = true }

func addChecklists(t *testing.T, keys map[string]bool) {
	t.Helper()
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range checklists.Roles() {
		addKey(keys, "checklist", string(role), "title")
		addKey(keys, "checklist", string(role), "intro")
		for _, section := range catalogue.Sections(role) {
			addKey(keys, "section", string(section), "title")
		}
		for _, item := range catalogue.Items(role) {
			for _, key := range item.TextKeys() {
				keys[key] = true
			}
			addKey(keys, "checklist.priority", string(item.Priority))
		}
	}
	for _, status := range []checklists.Status{
		checklists.StatusDone, checklists.StatusDue, checklists.StatusOpen, checklists.StatusNotForMe,
	} {
		addKey(keys, "reports.status", string(status))
	}
}

func addContacts(t *testing.T, keys map[string]bool) {
	t.Helper()
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range public {
		addKey(keys, "contact", c.ID, "name")
		addKey(keys, "contact", c.ID, "when")
	}
	for _, role := range organisation.Roles() {
		addKey(keys, "contacts.role", string(role))
		addKey(keys, "contacts.missing", string(role))
		addKey(keys, "card.when", string(role))
	}
	for _, field := range []organisation.Field{
		organisation.FieldName, organisation.FieldPhone, organisation.FieldEmail, organisation.FieldHours,
		organisation.FieldWhen,
	} {
		addKey(keys, "contacts.problem", string(field))
		addKey(keys, "contacts", string(field))
	}
}

// addChoices adds what the window itself lets people choose among, and how a
// call may end.
func addChoices(keys map[string]bool) {
	for _, page := range ui.Pages() {
		addKey(keys, "page", string(page))
	}
	for _, l := range locales.Languages() {
		addKey(keys, "settings.language", string(l))
	}
	for _, a := range theme.Appearances() {
		addKey(keys, "settings.appearances", string(a))
	}
	for _, device := range []string{"none", "pattern", "tone"} {
		addKey(keys, "settings.device", device)
	}
	for _, reason := range call.EndReasons() {
		addKey(keys, "call.end", string(reason))
	}
}

func addIncidents(t *testing.T, keys map[string]bool) {
	t.Helper()
	known, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range known {
		for _, part := range []string{"title", "short", "steps"} {
			addKey(keys, "incident", i.ID, part)
		}
	}
}

func addGuide(t *testing.T, keys map[string]bool) {
	t.Helper()
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range guide.Keys() {
		keys[key] = true
	}
}

// literal is a string written in the code.
type literal struct {
	value, where string
	call         string // the function it is handed to, if any
	first        bool   // as its first argument
}

// literals is every string in the code of the window and the command line, and
// of what writes files for people.
func literals(t *testing.T) []literal {
	t.Helper()
	var found []literal
	for _, folder := range []string{"ui", "checklists/report", "checklists/card"} {
		found = append(found, folderLiterals(t, folder)...)
	}
	return found
}

func folderLiterals(t *testing.T, folder string) []literal {
	t.Helper()
	var found []literal
	err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Name() == "endtoend" {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			found = append(found, fileLiterals(t, path)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func fileLiterals(t *testing.T, path string) []literal {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []literal
	var calls []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			calls = calls[:len(calls)-1]
			return true
		}
		calls = append(calls, n)
		if _, imported := n.(*ast.ImportSpec); imported {
			calls = calls[:len(calls)-1]
			return false
		}
		basic, ok := n.(*ast.BasicLit)
		if !ok || basic.Kind != token.STRING {
			return true
		}
		value, err := strconv.Unquote(basic.Value)
		if err != nil {
			t.Fatal(err)
		}
		l := literal{value: value, where: set.Position(basic.Pos()).String()}
		for i := len(calls) - 1; i >= 0 && l.call == ""; i-- {
			if call, ok := calls[i].(*ast.CallExpr); ok {
				l.call = name(call.Fun)
				l.first = len(call.Args) > 0 && call.Args[0] == ast.Expr(basic)
			}
		}
		found = append(found, l)
		return true
	})
	return found
}

func name(function ast.Expr) string {
	switch f := function.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// key is what a text is asked for by.
var key = regexp.MustCompile(`^[a-z-]+(\.[a-z-]+)+$`)

// literalKeys is every key that is written out where a text is asked for, with
// the place.
func literalKeys(t *testing.T) map[string]string {
	t.Helper()
	keys := map[string]string{}
	for _, l := range literals(t) {
		if (l.call == "Text" || l.call == "Count" || l.call == "card" && key.MatchString(l.value)) && l.first {
			keys[l.value] = l.where
		}
	}
	return keys
}

// rawTexts reads the texts of a language as they are written, with each plural
// form a key of its own.
func rawTexts(t *testing.T, l locales.Language) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "locales", "*."+string(l)+".toml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("found %d files of texts: %v", len(files), err)
	}
	flat := map[string]string{}
	for _, file := range files {
		var tree map[string]any
		if _, err := toml.DecodeFile(file, &tree); err != nil {
			t.Fatal(err)
		}
		flatten(t, file, "", tree, flat)
	}
	return flat
}

func flatten(t *testing.T, file, prefix string, tree map[string]any, into map[string]string) {
	t.Helper()
	for key, value := range tree {
		switch v := value.(type) {
		case string:
			if _, twice := into[prefix+key]; twice {
				t.Errorf("%s: %s is there twice", file, prefix+key)
			}
			into[prefix+key] = v
		case map[string]any:
			flatten(t, file, prefix+key+".", v, into)
		default:
			t.Errorf("%s: %s is a %T", file, prefix+key, v)
		}
	}
}

// messageKeys is the keys of the texts, plural forms taken together.
func messageKeys(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	for key := range rawTexts(t, locales.Norwegian) {
		keys[strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")] = true
	}
	return keys
}

var place = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

func places(text string) []string {
	var names []string
	for _, match := range place.FindAllStringSubmatch(text, -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func union(a, b map[string]string) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
