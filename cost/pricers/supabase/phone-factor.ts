import { parseJson } from "../../../core/json";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type Reading, readProperty } from "../../../core/value";
import type { PricingContext } from "../../context";

/** Each of them turns on the add-on. */
const keys = ["mfa_phone_enroll_enabled", "mfa_phone_verify_enabled"];

/** Whether the settings of a project turn on the second factor by phone: as the database around them says, or their own text. */
export function phoneFactor(
  settings: DeclaredResource,
  context: PricingContext,
): "on" | "off" | "unknown" {
  const around = settings.parent === undefined ? undefined : context.get(settings.parent);
  const said =
    around?.type === tokens.database
      ? readProperty(around.inputs, ["auth"])
      : readProperty(settings.inputs, ["auth"]);
  if (said.state === "unknown") return "unknown";
  const auth = blockOf(said);
  return isPropertyMap(auth) && keys.some((key) => auth[key] === true) ? "on" : "off";
}

function blockOf(said: Reading) {
  if (said.state !== "known") return undefined;
  return typeof said.value === "string" ? parseJson(said.value) : said.value;
}
