// Package mailbox lets two programs that share nothing but a short spoken code
// find each other and talk in secret, through a server that neither trusts.
//
// One side calls [Create] and reads the code aloud (7-fjord-brunost); the other
// calls [Join] with it. The number, the nameplate, leads both to one mailbox on
// the server; the words are the password of a SPAKE2 key exchange, so a server
// or eavesdropper that lies gets exactly one guess. After [Exchange.Established]
// both sides send and receive encrypted, numbered messages, and say why they
// leave with [Exchange.Close].
//
// The protocols are magic-wormhole's, client-server and client-client, so any
// existing mailbox server serves and [Server] serves any existing client:
// https://magic-wormhole.readthedocs.io/en/latest/server-protocol.html and
// https://magic-wormhole.readthedocs.io/en/latest/client-protocol.html.
//
// [Server] keeps everything in memory and bounds everything it keeps. A caller
// may serve one in its own process and dial it on loopback while the other side
// dials the same one over the network.
package mailbox
