package desktop

import (
	"bytes"
	"encoding/xml"
)

// mediaType describes .hjemmekontor files (Shared MIME-info Database 0.21).
func mediaType(kind string) []byte {
	var comment bytes.Buffer
	_ = xml.EscapeText(&comment, []byte(kind)) // a Buffer takes everything
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="` + MediaType + `">
    <comment>` + comment.String() + `</comment>
    <sub-class-of type="text/plain"/>
    <glob pattern="*` + Ending + `"/>
  </mime-type>
</mime-info>
`)
}
