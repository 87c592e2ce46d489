package credentials

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

const (
	prompterName      = "org.gnome.keyring.SystemPrompter"
	prompterInterface = "org.gnome.keyring.internal.Prompter"
	callbackInterface = prompterInterface + ".Callback"
)

// prompter is the user in front of the dialogs that gnome-keyring shows before
// it opens a keyring. It stands in for the program gcr-prompter.
type prompter struct {
	conn    *dbus.Conn
	dialogs chan dialog
}

// dialog is one that waits for the user.
type dialog struct {
	*prompter
	sender   dbus.Sender
	callback dbus.ObjectPath
	exchange string
}

func (d *desk) prompt(t *testing.T) *prompter {
	t.Helper()
	p := &prompter{d.connect(t), make(chan dialog, 10)}
	if err := p.conn.Export(p, "/org/gnome/keyring/Prompter", prompterInterface); err != nil {
		t.Fatal(err)
	}
	if _, err := p.conn.RequestName(prompterName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

// enter types the password.
func (d dialog) enter(t *testing.T, password string) {
	t.Helper()
	sealed, err := sealPassword(d.exchange, password)
	if err != nil {
		t.Fatal(err)
	}
	d.tell(d.sender, d.callback, "PromptReady", "yes", properties{}, sealed)
}

// dismiss presses the button that says no.
func (d dialog) dismiss() {
	d.tell(d.sender, d.callback, "PromptReady", "no", properties{}, d.exchange)
}

type properties = map[string]dbus.Variant

// tell calls the keyring back.
func (p *prompter) tell(sender dbus.Sender, callback dbus.ObjectPath, method string, args ...any) {
	p.conn.Object(string(sender), callback).Go(callbackInterface+"."+method, dbus.FlagNoReplyExpected, nil, args...)
}

// BeginPrompting says that a dialog is wanted. The keyring listens only after
// its call is answered, which godbus does when this has returned; so it is
// answered here, and the bus drops the other answer.
func (p *prompter) BeginPrompting(call dbus.Message, sender dbus.Sender, callback dbus.ObjectPath) *dbus.Error {
	p.conn.Send(&dbus.Message{Type: dbus.TypeMethodReply, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldReplySerial: dbus.MakeVariant(call.Serial()),
		dbus.FieldDestination: dbus.MakeVariant(string(sender)),
	}}, nil)
	p.tell(sender, callback, "PromptReady", "", properties{}, "")
	return nil
}

// PerformPrompt shows the dialog.
func (p *prompter) PerformPrompt(sender dbus.Sender, callback dbus.ObjectPath, _ string, _ properties, exchange string) *dbus.Error {
	p.dialogs <- dialog{p, sender, callback, exchange}
	return nil
}

// StopPrompting takes the dialog away.
func (p *prompter) StopPrompting(sender dbus.Sender, callback dbus.ObjectPath) *dbus.Error {
	p.tell(sender, callback, "PromptDone")
	return nil
}

// group5 is the 1536-bit MODP group of RFC 3526, section 2.
var group5, _ = new(big.Int).SetString(strings.Join([]string{
	"FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD1",
	"29024E088A67CC74020BBEA63B139B22514A08798E3404DD",
	"EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245",
	"E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED",
	"EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3D",
	"C2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F",
	"83655D23DCA3AD961C62F356208552BB9ED529077096966D",
	"670C354E4ABC9804F1746C08CA237327FFFFFFFFFFFFFFFF",
}, ""), 16)

// sealPassword answers gcr's key exchange "sx-aes-1": Diffie-Hellman in group5,
// HKDF-SHA256, AES-128-CBC.
func sealPassword(exchange, password string) (string, error) {
	_, encoded, _ := strings.Cut(exchange, "public=")
	encoded, _, _ = strings.Cut(encoded, "\n")
	theirs, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", err
	}
	ours, err := rand.Int(rand.Reader, group5)
	if err != nil {
		return "", err
	}
	public := new(big.Int).Exp(big.NewInt(2), ours, group5)
	shared := new(big.Int).Exp(new(big.Int).SetBytes(theirs), ours, group5).Bytes() // gcr does not pad it
	key, err := hkdf.Key(sha256.New, shared, nil, "", aes.BlockSize)
	if err != nil {
		return "", err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	padding := aes.BlockSize - len(password)%aes.BlockSize
	sealed := append([]byte(password), bytes.Repeat([]byte{byte(padding)}, padding)...)
	iv := make([]byte, aes.BlockSize)
	_, _ = rand.Read(iv)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(sealed, sealed)
	base := base64.StdEncoding.EncodeToString
	return fmt.Sprintf("[sx-aes-1]\npublic=%s\nsecret=%s\niv=%s\n", base(public.Bytes()), base(sealed), base(iv)), nil
}
