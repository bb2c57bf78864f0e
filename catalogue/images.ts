/**
 * A container image that can never become another: by digest (`ghcr.io/acme/api@sha256:…`, 64 hex digits) or tagged
 * with the commit it was built from (`ghcr.io/acme/api:…`, 40 hex digits). `latest` and version tags can be moved.
 * Source of the grammar: https://github.com/distribution/reference (Grammar).
 */
export const pinnedImagePattern =
  /^(?=.{1,512}$)[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(@sha256:[0-9a-f]{64}|:[0-9a-f]{40})$/;

export const pinnedImageWords =
  "an image by digest (ghcr.io/acme/api@sha256: and 64 hex digits) or by commit (ghcr.io/acme/api: and 40 hex digits)";

/** What a text of an image's recipe may be, and in words. None of them can end its line or leave its quotes. */
interface ImageFormat {
  pattern: RegExp;
  words: string;
}

/**
 * Sources: Debian Policy 5.6.1 and 5.6.12 (names and versions of packages); npm, package.json (name) and Semantic Versioning
 * 2.0.0; shadow-utils, useradd(8) (names of users).
 */
export const imageFormats = {
  user: {
    pattern: /^([a-z_][a-z0-9_-]{0,31}|[0-9]{1,10})(:([a-z_][a-z0-9_-]{0,31}|[0-9]{1,10}))?$/,
    words: "a user, or user:group, by name or number, such as node",
  },
  folder: {
    pattern: /^(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/,
    words: "an absolute path other than /, such as /app",
  },
  path: {
    pattern: /^\/[A-Za-z0-9._~/-]*$/,
    words: "a path that begins with /, such as /health",
  },
  packageName: {
    pattern: /^[a-z0-9][a-z0-9.+-]+$/,
    words: "the name of a Debian package, such as git",
  },
  packageVersion: {
    pattern: /^([0-9]+:)?[0-9][A-Za-z0-9.+~-]*$/,
    words: "the exact version of a Debian package, such as 1:2.39.5-0+deb12u2",
  },
  toolName: {
    pattern: /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
    words: "the name of a package of npm, such as vite",
  },
  toolVersion: {
    pattern: /^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$/,
    words: "an exact version, such as 1.2.3; a tag such as latest can be moved",
  },
} as const satisfies Readonly<Record<string, ImageFormat>>;

/** True for who may do everything in a container: root, by its name or its number. */
export function isRoot(user: string): boolean {
  return /^(root|0+)(:|$)/.test(user);
}
