import { describe, expect, it } from "vitest";
import { sourcesFor, type ThirdParty, thirdPartyNames } from "../../catalogue/third-parties";
import { type ContentSecurityPolicyArgs, HostingProject } from "../../components/hosting";
import { policyOfApp, responseHeaders } from "../../components/hosting/headers";
import { parseSettings } from "../../config/parse";
import { cspWeaknesses, parseCsp } from "../../policies/lib/headers/csp";
import { sectionsOf, stacks } from "../config/support";
import { find, onMocks } from "../support/mocks";

const header = "Content-Security-Policy";
const policyOf = (parties?: readonly ThirdParty[], csp = {}) =>
  responseHeaders({ contentSecurityPolicy: csp }, parties).set[header] ?? "";
const directivesOf = (...given: Parameters<typeof policyOf>) => parseCsp(policyOf(...given));

describe("the policy built from third parties", () => {
  it("allows Supabase alone when none are declared, and nobody when the list is empty", () => {
    expect(policyOf()).toBe(policyOf(["supabase"]));
    expect(directivesOf()["connect-src"]).toContain("wss://*.supabase.co");
    expect(policyOf([])).not.toMatch(/https:|wss:/);
  });

  it.each(thirdPartyNames)("allows every source of %s, beside what was allowed before", (name) => {
    const [before, after] = [directivesOf([]), directivesOf([name])];
    const sources: Record<string, readonly string[]> = sourcesFor(name);
    for (const [directive, added] of Object.entries(sources)) {
      const inherited = before[directive] ?? before["default-src"] ?? [];
      expect(after[directive], directive).toEqual([...inherited, ...added]);
    }
  });

  it.each(thirdPartyNames)("stays strict with %s: no unsafe source, Trusted Types", (name) => {
    expect(cspWeaknesses(policyOf([name]))).toEqual([]);
    expect(directivesOf([name])["require-trusted-types-for"]).toEqual(["'script'"]);
  });

  // Requirement: ALRT-17, HDR-01
  it("allows hosts of the stack's region of AWS, and of no other", () => {
    const text = responseHeaders({}, ["awsRum"], "ca-central-1").set[header] ?? "";
    expect(parseCsp(text)["connect-src"]).toEqual([
      "'self'",
      "https://dataplane.rum.ca-central-1.amazonaws.com",
      "https://cognito-identity.ca-central-1.amazonaws.com",
    ]);
    expect(text).not.toContain("client.rum");
  });

  it("is the same text whatever the order of the parties", () => {
    expect(policyOf([...thirdPartyNames].reverse())).toBe(policyOf(thirdPartyNames));
  });

  it("gives way to a directive given in full, and keeps what is added", () => {
    const csp = {
      directives: { "font-src": ["'none'"] },
      add: { "style-src": ["https://a.example"] },
    };
    const directives = directivesOf(["googleFonts"], csp);
    expect(directives["font-src"]).toEqual(["'none'"]);
    expect(directives["style-src"]).toEqual([
      "'self'",
      "https://fonts.googleapis.com",
      "https://a.example",
    ]);
  });

  it("never keeps 'none' beside an added source", () => {
    const csp = {
      directives: { "media-src": ["'none'"] },
      add: { "media-src": ["https://a.example"] },
    };
    expect(directivesOf([], csp)["media-src"]).toEqual(["https://a.example"]);
  });
});

describe("a policy that the app sends", () => {
  const csp: ContentSecurityPolicyArgs = {
    owner: "app",
    directives: { "script-src": ["'nonce-eachresponse'", "'strict-dynamic'"] },
  };
  const declare = () =>
    onMocks(
      () => new HostingProject("web", { name: "shop", headers: { contentSecurityPolicy: csp } }),
    );

  it("is sent by no route, while all other headers are", async () => {
    const { resources } = await declare();
    const route = find(resources, "vercel:index/projectRoute:ProjectRoute").inputs.route as {
      headers: Record<string, string>;
    };
    const baseline = Object.keys(responseHeaders().set);
    expect(Object.keys(route.headers).sort()).toEqual(
      baseline.filter((name) => name !== header).sort(),
    );
  });

  it("stands in the component's inputs, in full", async () => {
    const { resources } = await declare();
    const { inputs } = find(resources, "groundwork:hosting:HostingProject");
    const policy = policyOf(undefined, { directives: csp.directives });
    expect(inputs.headers).toEqual({
      contentSecurityPolicy: { ...csp, policy },
    });
    expect(policy).toContain("script-src 'nonce-eachresponse' 'strict-dynamic'");
  });

  it("is nobody's where the route sends it or it is off", () => {
    expect(policyOfApp()).toBeUndefined();
    expect(policyOfApp({ contentSecurityPolicy: false })).toBeUndefined();
    expect(policyOfApp({ contentSecurityPolicy: { owner: "route" } })).toBeUndefined();
  });
});

describe("the header baseline of the example product", () => {
  const policyOfStack = (stack: string) => {
    const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
    if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { headers, thirdParties: parties } = parsed.settings.hosting;
    return responseHeaders(headers, parties).set[header] ?? "";
  };

  it.each(stacks)("has in %s no weakness that csp_evaluator rates high", (stack) => {
    expect(cspWeaknesses(policyOfStack(stack))).toEqual([]);
  });

  it.each(stacks)(
    "lets pages of %s use the fonts, analytics and pictures, and no Sentry",
    (stack) => {
      const directives = parseCsp(policyOfStack(stack));
      expect(directives).toMatchObject({
        "script-src": ["'self'", "https://www.googletagmanager.com/gtag/js"],
        "style-src": ["'self'", "https://fonts.googleapis.com"],
        "font-src": ["'self'", "https://fonts.gstatic.com"],
        "require-trusted-types-for": ["'script'"],
      });
      expect(directives["img-src"]).toEqual(
        expect.arrayContaining([
          "https://images.unsplash.com",
          "https://assets.velocity-platform.com",
        ]),
      );
      expect(directives["connect-src"]).toEqual(
        expect.arrayContaining(["wss://*.supabase.co", "https://*.google-analytics.com"]),
      );
      expect(policyOfStack(stack)).not.toContain("sentry.io");
      expect(directives["connect-src"]?.filter((it) => it.includes(".fly.dev"))).toHaveLength(2);
    },
  );
});
