package guide

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hjemmekontor/meetings/tools"
)

func TestEveryToolHasItsPage(t *testing.T) {
	d := newDesk(t, usual)
	d.press(t, "Les om")
	for _, tool := range d.guide.Tools() {
		t.Run(tool.Name, func(t *testing.T) {
			d.press(t, d.name(tool))
			for _, group := range tool.SummaryGroups() {
				d.tells(t, []string{d.texts.Text(tool.SummaryKey(group))})
			}
			for _, group := range tools.Groups() {
				facts := d.guide.Facts(tool.ID, group)
				if len(facts) == 0 {
					continue
				}
				d.tells(t, nil, d.texts.Text(facts[0].Key()))
				d.press(t, d.texts.Text(group.Key())+d.texts.Count("guide.fact-count", len(facts)))
				var wanted []string
				for _, fact := range facts {
					wanted = append(wanted, d.texts.Text(fact.Key()), d.standing(fact.Evidence))
				}
				d.tells(t, wanted)
			}
		})
	}
}

func TestSafeMeetingByRole(t *testing.T) {
	d := newDesk(t, usual)
	for _, tool := range d.guide.Tools() {
		d.OpenTool(tool.ID)
		for _, role := range tools.Roles() {
			d.press(t, d.texts.Text(role.Key()))
			var wanted []string
			for _, step := range tool.Practice(role) {
				wanted = append(wanted, d.texts.Text(step.Key()), d.standing(step.Evidence))
				if step.Located {
					wanted = append(wanted, d.texts.Text(step.WhereKey()), d.texts.Text(tools.KeyMenus))
				}
				if step.Kind == tools.SwitchOn || step.Kind == tools.SwitchOff {
					wanted = append(wanted, d.texts.Text(step.Kind.Key()))
				}
			}
			d.tells(t, wanted)
		}
	}
}

// Whoever is an administrator is so in every tool.
func TestRoleIsRemembered(t *testing.T) {
	d := newDesk(t, usual)
	d.OpenTool(tools.Zoom)
	d.OpenTool(tools.Teams)
	d.press(t, "Administrator")
	d.OpenTool(tools.Zoom)
	zoom, _ := d.guide.Tool(tools.Zoom)
	d.tells(t, []string{d.texts.Text(zoom.Practice(tools.Administrator)[0].Key())})
}

func TestToolLeadsToAMeetingAndToItsVendor(t *testing.T) {
	d := newDesk(t, usual)
	d.OpenTool(tools.Webex)
	if d.reach("Start nytt møte") {
		t.Error("a meeting can be begun that cannot")
	}
	d.Show(fjord())
	d.press(t, "Start nytt møte")
	d.press(t, "Leverandørens side")
	webex, _ := d.guide.Tool(tools.Webex)
	d.wants(t, "meet webex", "open "+webex.HomeURL)
}

func TestRetiredToolSaysWhatToDoInstead(t *testing.T) {
	d := newDesk(t, usual)
	m := fjord()
	m.Startable[tools.Skype] = true
	d.Show(m)
	d.OpenTool(tools.Skype)
	skype, _ := d.guide.Tool(tools.Skype)
	d.tells(t, []string{d.texts.Text(skype.RetiredKey()), "Gjør dette i stedet"}, "har ikke vurdert", d.texts.Text(tools.KeyCheckPrice))
	if d.reach("Start nytt møte") {
		t.Error("a meeting can be begun")
	}
}

func TestVerdicts(t *testing.T) {
	silent := Model{Company: "Fjord AS", Now: today}
	refusing := Model{Company: "Fjord AS", Now: today, Verdicts: map[tools.ID]Verdict{tools.Zoom: {}}}
	approving := Model{Company: "Fjord AS", Now: today, Verdicts: map[tools.ID]Verdict{tools.Teams: {Approved: true}, tools.Meet: {Approved: true}}}
	tests := []struct {
		name  string
		model Model
		tool  tools.ID
		mark  string
		says  string // on the page of the tool
	}{
		{"no company", Model{Now: today}, tools.Zoom, "", ""},
		{"nothing said", silent, tools.Zoom, "Ikke vurdert", "Fjord AS har ikke sagt noe om Zoom."},
		{"refused", refusing, tools.Zoom, "Ikke godkjent", "Fjord AS har ikke godkjent Zoom. Spør"},
		{"refused, and why", fjord(), tools.Zoom, "Ikke godkjent", "har ikke godkjent Zoom: Mangler avtale"},
		{"another refused", refusing, tools.Teams, "Ikke vurdert", "har ikke sagt noe om Microsoft Teams."},
		{"approved", approving, tools.Teams, "Godkjent", "Fjord AS har godkjent Microsoft Teams."},
		{"approved, and for what", fjord(), tools.Teams, "Godkjent", "har godkjent Microsoft Teams: Til alle møter"},
		{"others approved", approving, tools.Zoom, "Ikke vurdert", "noe som er godkjent (Microsoft Teams, Google Meet)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, usual)
			d.Show(tt.model)
			if got := d.markWords(tt.tool); got != joined(tt.mark) {
				t.Errorf("the mark says %q, want %q", got, tt.mark)
			}
			d.OpenTool(tt.tool)
			if tt.says == "" {
				d.tells(t, nil, "vurdert", "har ikke")
				return
			}
			d.tells(t, []string{tt.says})
		})
	}
}

// markWords is what the mark of a tool says, "" if it has none.
func (d *desk) markWords(id tools.ID) string {
	if mark := d.mark(id); mark != nil {
		mark.Resize(fyne.NewSize(300, 40))
		return words(mark)
	}
	return ""
}

func TestReadingBeginsWithWhatIsApproved(t *testing.T) {
	d := newDesk(t, usual)
	d.Show(fjord())
	d.press(t, "Les om")
	if d.State().Tool != tools.Teams {
		t.Errorf("it begins with %q", d.State().Tool)
	}
}

func TestPricesAreToBeChecked(t *testing.T) {
	d := newDesk(t, usual)
	d.OpenTool(tools.Zoom)
	facts := d.guide.Facts(tools.Zoom, tools.Price)
	d.press(t, d.texts.Text(tools.Price.Key())+d.texts.Count("guide.fact-count", len(facts)))
	if !strings.Contains(words(d.page.Content), joined(d.texts.Text(tools.KeyCheckPrice))) {
		t.Error("nobody is told to check the price")
	}
}
