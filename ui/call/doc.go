// Package call is the call window: own picture and link while one waits, who
// wants to come in, the other side's picture while one talks, and how it ended.
//
// The window shows what it is told and asks by callback. Pictures come from
// video.View slots that the engine fills; one pump pulls the newest of all of
// them into the window.
//
//	w := call.NewWindow(app, texts, call.Actions{...})
//	w.ShowOwn(local.View())
//	w.Invite(link, code)
//	w.Connected(call.Remote().View())
package call
