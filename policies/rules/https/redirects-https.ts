import { z } from "zod";
import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { judgeAddress } from "../../lib/https/judge-address";
import { readItems } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { tlsOutside } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule } from "../../rule";

// Requirement: HDR-09
export const redirectsHttps = defineRule({
  id: "redirects-https",
  title: "Redirects and rewrites lead to HTTPS",
  why: "A visitor who is sent to a plain address asks there in clear, with the cookies of that host and the page in the referrer.",
  fix: "Write a path or an https:// address as the destination.",
  severity: "high",
  topics: ["https", "headers"],
  references: [
    tlsOutside,
    {
      standard: "RFC 9110",
      clause: "10.2.2",
      url: "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2",
    },
  ],
  appliesTo: [providerTypes.vercelRoute, tokens.hostedSite],
  options: z.strictObject({}),
  check: (resource) =>
    resource.type === tokens.hostedSite
      ? judgeSite(resource)
      : judgeAddress(resource, "route.dest"),
});

/** On other hosts than Vercel redirects are no resources: the site alone says where they lead. */
function judgeSite(site: DeclaredResource): Answer[] {
  return readItems(site.inputs, ["redirects"]).map((redirect, index) => {
    const key = readText(redirect, ["role"])?.replace(/^redirect-/, "");
    const input = key === undefined ? {} : { input: pathText(["redirects", key, "destination"]) };
    return judgeAddress(site, ["redirects", index, "destination"], input);
  });
}
