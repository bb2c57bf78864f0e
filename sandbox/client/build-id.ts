import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { servedPackages } from "../server/packages";

/** Names the daemon's code and the SDKs it serves: a daemon of another build is out of date. */
export function buildId(daemon: string): string {
  return createHash("sha256")
    .update(readFileSync(daemon))
    .update(JSON.stringify(servedPackages(daemon)))
    .digest("hex")
    .slice(0, 16);
}
