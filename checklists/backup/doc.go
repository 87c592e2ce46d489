// Package backup saves all that the app keeps as one file and restores it.
//
// The file is a zip archive (APPNOTE.TXT 6.3). Its first entry, manifest.json,
// says what it is; each of the others is a part, saved and restored by whoever
// owns the data ([Part]), so that a new kind of data joins with one more part:
//
//	parts := []backup.Part{backup.OfStore(store)}
//	err := backup.Write(ctx, path, parts, time.Now())
//	about, err := backup.Inspect(path)
//	err = backup.Read(ctx, path, parts)
//
// A file to read may come from anywhere and is trusted in nothing. Whoever
// wants to undo a restore writes a backup before and reads that one.
package backup
