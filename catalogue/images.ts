/**
 * A container image that can never become another: by digest (`ghcr.io/acme/api@sha256:…`, 64 hex digits) or tagged
 * with the commit it was built from (`ghcr.io/acme/api:…`, 40 hex digits). `latest` and version tags can be moved.
 * Source of the grammar: https://github.com/distribution/reference (Grammar).
 */
export const pinnedImagePattern =
  /^(?=.{1,512}$)[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(@sha256:[0-9a-f]{64}|:[0-9a-f]{40})$/;

export const pinnedImageWords =
  "an image by digest (ghcr.io/acme/api@sha256: and 64 hex digits) or by commit (ghcr.io/acme/api: and 40 hex digits)";
