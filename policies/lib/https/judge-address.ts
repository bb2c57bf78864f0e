import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Answer, type Evidence, fail, notApplicable, pass, unknown } from "../../rule";
import { textOf } from "../text";
import { isLocal } from "./urls";

/**
 * Whether the address at a property uses TLS. The address itself stays out of the evidence: it may carry a token. What
 * is no address at all, such as a path, has no ground.
 */
export function judgeAddress(
  { inputs, urn }: DeclaredResource,
  at: string | readonly (string | number)[],
  evidence: Pick<Evidence, "input"> = {},
): Answer {
  const path = typeof at === "string" ? at.split(".") : at;
  const property = pathText(path);
  const demand = { ...evidence, urn, property, wanted: "https://" };
  const reading = readProperty(inputs, path);
  if (reading.state === "unknown") return unknown(demand);
  const text = textOf(reading)?.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text ?? "")?.[1]?.toLowerCase();
  if (text === undefined || scheme === undefined) {
    return notApplicable(`${property} holds no address`, urn);
  }
  if (URL.canParse(text) && isLocal(new URL(text).hostname)) {
    return notApplicable(`${property} leads to this machine`, urn);
  }
  const found = `${scheme}://`;
  return scheme === "https" ? pass({ ...demand, found }) : fail({ ...demand, found });
}
