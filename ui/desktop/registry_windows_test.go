package desktop

import "testing"

func TestOpeningKeepsALinkOneArgument(t *testing.T) {
	app := App{Program: `C:\Program Files\Hjemmekontor\hjemmekontor.exe`, Args: []string{"--data", `D:\Mine data`}}
	const want = `"C:\Program Files\Hjemmekontor\hjemmekontor.exe" --data "D:\Mine data" -- "%1"`
	if got := app.opening(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
