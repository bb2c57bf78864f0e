//go:build tools

// Package engine pins the Pulumi CLI for machines that can reach Go modules but no release of it. The import keeps
// `go mod tidy` from dropping the requirement; nothing here is compiled.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
