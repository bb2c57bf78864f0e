import { createHash } from "node:crypto";
import type { RenderedFile } from "../render/service";

/** A rendered file: its name below the folder of `groundwork render`, and the digest of its text. */
export interface RenderedDigest {
  file: string;
  /** SHA-256 in hex. */
  sha256: string;
}

export function digestOf({ file, text }: RenderedFile): RenderedDigest {
  return { file, sha256: createHash("sha256").update(text).digest("hex") };
}
