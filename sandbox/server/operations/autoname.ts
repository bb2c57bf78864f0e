import { createHash, randomBytes } from "node:crypto";
import { parseUrn } from "../../../core/urn";
import { type WireMap } from "../../../rpc/value";

/** What the engine's own naming settings (`pulumi:autonaming`) ask for. */
export interface NamingRequest {
  mode: "propose" | "enforce" | "disable";
  proposedName: string;
}

export interface Naming {
  urn: string;
  olds: WireMap;
  news: WireMap;
  /** From the engine: the same plan gives the same name in preview and update. Empty for an old engine. */
  seed: Uint8Array;
  request?: NamingRequest;
}

const suffixLength = 7;
const maximum = 255;

/** The inputs with a name: given, as it was, or `<logical name>-<7 hex>` as the bridge makes it. */
export function withName(naming: Naming): WireMap {
  const { news, olds, urn, request } = naming;
  if (news["name"] !== undefined && news["name"] !== null) return news;
  if (request?.mode === "disable") return news;
  if (request) return { ...news, name: request.proposedName };
  if (isAutoname(urn, olds["name"])) return { ...news, name: olds["name"] };
  return {
    ...news,
    name: `${parseUrn(urn).name.slice(0, maximum - 1 - suffixLength)}-${suffix(naming)}`,
  };
}

/** Whether a name was made here, so that a replacement can get another one beside it. */
export function isAutoname(urn: string, name: unknown): name is string {
  const prefix = `${parseUrn(urn).name}-`;
  return (
    typeof name === "string" &&
    name.startsWith(prefix) &&
    /^[0-9a-f]{7}$/.test(name.slice(prefix.length))
  );
}

function suffix({ seed, urn }: Naming): string {
  if (seed.length === 0) return randomBytes(suffixLength).toString("hex").slice(0, suffixLength);
  return createHash("sha256").update(seed).update(urn).digest("hex").slice(0, suffixLength);
}
