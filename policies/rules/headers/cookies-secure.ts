import { z } from "zod";
import { UNKNOWN } from "../../../core/value";
import { headerStatements } from "../../lib/headers/response-headers";
import { asvs } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: HDR-10
export const cookiesSecure = defineRule({
  id: "cookies-secure",
  title: "Cookies that routes set are Secure, HttpOnly and SameSite",
  why: "A cookie without these goes out over plain HTTP, can be read by injected script, or is sent along when another site asks.",
  fix: "Add Secure, HttpOnly and SameSite=Lax or Strict to the cookie.",
  severity: "medium",
  topics: ["headers", "cookies"],
  references: [
    asvs("3.3.1, 3.3.2, 3.3.4"),
    {
      standard: "RFC 6265",
      clause: "4.1.2",
      url: "https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2",
    },
  ],
  appliesTo: routeTypes,
  options: z.strictObject({}),
  // The cookie's value stays out of the evidence.
  check: (route) =>
    headerStatements(route, "Set-Cookie").flatMap(({ property, says }): Answer[] => {
      const wanted = "Secure, HttpOnly, SameSite=Lax or Strict";
      if (says === UNKNOWN) return [unknown({ property, wanted })];
      if (says === "removed") return [];
      const missing = missingAttributes(says.value);
      if (missing.length === 0) return [pass({ property })];
      return [fail({ property, found: `a cookie without ${missing.join(", ")}`, wanted })];
    }),
});

const attributes: readonly { name: string; form: RegExp }[] = [
  { name: "Secure", form: /^secure$/ },
  { name: "HttpOnly", form: /^httponly$/ },
  { name: "SameSite", form: /^samesite\s*=\s*(?:lax|strict)$/ },
];

function missingAttributes(cookie: string): string[] {
  const given = cookie
    .split(";")
    .slice(1)
    .map((part) => part.trim().toLowerCase());
  return attributes
    .filter(({ form }) => !given.some((each) => form.test(each)))
    .map(({ name }) => name);
}
