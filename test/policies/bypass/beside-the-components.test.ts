import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuses } from "../../../policies/verdict";
import { type EditedStack, editedStack, failing } from "../edits/support";

let stack: EditedStack;
beforeAll(() => void (stack = editedStack()));
afterAll(() => stack.remove());

describe("what is declared beside the components is judged as what they declare", () => {
  it.each([
    [
      "a bucket of S3 and nothing more",
      [
        "s3-encrypted",
        "s3-old-versions-expire",
        "s3-public-access-blocked",
        "s3-tls-only",
        "s3-versioned",
        "stateful-resources-protected",
      ],
    ],
    ["a variable of a secret that is not sensitive", ["sensitive-variables"]],
    [
      "several variables in one resource, one of them for browsers and a secret",
      ["public-variables-harmless", "sensitive-variables"],
    ],
    ["a way around the firewall", ["firewall-not-bypassed"]],
    [
      "a route that sends another HSTS on every path",
      ["header-defined-once", "hsts-include-subdomains", "hsts-max-age"],
    ],
    ["a route that takes HSTS away", ["header-defined-once", "header-grade", "hsts-present"]],
    [
      "a route that loosens the policy of one path",
      [
        "csp-frame-ancestors",
        "csp-no-unsafe",
        "csp-third-parties-declared",
        "csp-trusted-types",
        "csp-upgrade",
        "header-defined-once",
      ],
    ],
    // By no word of either: as prod, with no limit of money, no fallback declared and no readiness recorded.
    [
      "a second profile, of tier dev",
      ["budget-declared", "fallbacks-declared", "readiness-recorded", "stack-profile-once"],
    ],
  ])("%s", async (beside, rules) => {
    const results = await stack.judge({ beside });
    expect(failing(results)).toEqual(rules);
    expect(failing(results.filter(refuses))).toEqual(rules);
  });
});
