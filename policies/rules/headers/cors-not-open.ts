import { z } from "zod";
import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, readProperty } from "../../../core/value";
import { headerStatements } from "../../lib/headers/response-headers";
import { itemsOf, listed } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: HDR-08
export const corsNotOpen = defineRule({
  id: "cors-not-open",
  title: "No response lets the pages of every origin read it",
  why: "With an open door for other origins any page that a user visits can read answers in that user's name.",
  fix: "List the origins that may read; leave Access-Control-Allow-Origin out where none has to.",
  severity: "high",
  topics: ["headers", "cors"],
  references: [
    asvs("3.4.2"),
    {
      standard: "WHATWG Fetch",
      clause: "CORS protocol and credentials",
      url: "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    },
  ],
  appliesTo: [
    ...routeTypes,
    providerTypes.awsBucketCors,
    providerTypes.awsFunctionUrl,
    providerTypes.awsHttpApi,
  ],
  options: z.strictObject({}),
  check: (resource) =>
    routeTypes.includes(resource.type) ? judgeRoute(resource) : judgeLists(resource),
});

const wanted = "origins by name";

function judgeRoute(route: DeclaredResource): Answer[] {
  const credentials = headerStatements(route, "Access-Control-Allow-Credentials").some(
    ({ says }) => typeof says === "object" && says.value.trim().toLowerCase() === "true",
  );
  return headerStatements(route, "Access-Control-Allow-Origin").flatMap(({ property, says }) => {
    if (says === UNKNOWN) return [unknown({ property, wanted })];
    if (says === "removed") return [];
    const found = `${says.value}${credentials ? " with credentials" : ""}`;
    return [isOpen(says.value) ? fail({ property, found, wanted }) : pass({ property, found })];
  });
}

/** Where each type keeps its lists of origins. */
function judgeLists({ type, inputs }: DeclaredResource): Answer[] {
  if (type === providerTypes.awsFunctionUrl) return judgeList(inputs, ["cors", "allowOrigins"]);
  if (type === providerTypes.awsHttpApi)
    return judgeList(inputs, ["corsConfiguration", "allowOrigins"]);
  const rules = readProperty(inputs, ["corsRules"]);
  if (rules.state === "unknown") return [unknown({ property: "corsRules", wanted })];
  return itemsOf(rules).flatMap((_, index) =>
    judgeList(inputs, ["corsRules", index, "allowedOrigins"]),
  );
}

function judgeList(
  inputs: DeclaredResource["inputs"],
  path: readonly (string | number)[],
): Answer[] {
  const property = pathText(path);
  const origins = readProperty(inputs, path);
  if (origins.state === "absent") return [];
  if (origins.state === "unknown") return [unknown({ property, wanted })];
  const all = listed(origins.value);
  const open = all.filter((origin) => typeof origin === "string" && isOpen(origin));
  if (open.length > 0) return [fail({ property, found: open, wanted })];
  return all.includes(UNKNOWN) ? [unknown({ property, wanted })] : [pass({ property, found: all })];
}

/** `null` is what every sandboxed frame says of itself. */
function isOpen(origin: string): boolean {
  return ["*", "null", "http://*", "https://*"].includes(origin.trim().toLowerCase());
}
