import { z } from "zod";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { readText, textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: CAP-06
export const cacheUsersAuthenticated = defineRule({
  id: "cache-users-authenticated",
  title: "Whoever signs in to a cache proves who they are",
  why: "A user without a password is open to whatever runs in the network, and reads the sessions of everybody.",
  fix: "Give the user authenticationMode password or iam, or turn it off by an accessString that begins with off.",
  severity: "high",
  topics: ["access", "cache"],
  references: accessControl,
  appliesTo: [providerTypes.awsCacheUser],
  options: z.strictObject({}),
  check: ({ urn, inputs }) => {
    const property = "authenticationMode.type";
    const evidence = { property, wanted: "password or iam" };
    const rights = readProperty(inputs, ["accessString"]);
    if (/^off(?:\s|$)/.test(textOf(rights) ?? "")) {
      return notApplicable("the user is turned off", urn);
    }
    const mode = readProperty(inputs, ["authenticationMode", "type"]);
    if (rights.state === "unknown" || mode.state === "unknown") return unknown(evidence);
    if (readText(inputs, ["noPasswordRequired"]) === "true") {
      return fail({ ...evidence, property: "noPasswordRequired", found: true });
    }
    const found = textOf(mode) ?? null;
    if (found !== null) {
      const holds = found === "password" || found === "iam";
      return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
    }
    // The older way: passwords of its own.
    const passwords = readProperty(inputs, ["passwords"]);
    if (passwords.state === "absent") return fail({ ...evidence, found });
    return pass({ property: "passwords", found: "passwords", wanted: evidence.wanted });
  },
});
