import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { cspThirdPartiesDeclared as rule } from "../../../policies/rules/headers/csp-third-parties-declared";
import {
  brief,
  headersRoute,
  judge,
  places,
  removal,
  resource,
  vercelProject,
} from "../support/stack";

const supabase =
  "img-src 'self' data: https://*.supabase.co; connect-src 'self' https://*.supabase.co wss://*.supabase.co";
const hosting = (inputs: PropertyMap = {}) =>
  resource(tokens.hostingProject, "web", { thirdParties: ["supabase"], ...inputs });
const route = (policy: unknown) =>
  headersRoute({ headers: { "Content-Security-Policy": policy as string } });
const ask = (policy: unknown, ...more: ReturnType<typeof resource>[]) =>
  judge(rule, [
    vercelProject,
    route(policy),
    ...(more.some(({ type }) => type === tokens.hostingProject) ? [] : [hosting()]),
    ...more,
  ]);
const at = "route.headers.Content-Security-Policy";
const wanted = "wanted hosts of declared third parties and our own";

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: HDR-01
  it("holds for the hosts of what is declared, and of what stands for silence", () => {
    expect(brief(ask(supabase))).toEqual([`pass web-headers: ${rule.title}`]);
    expect(brief(ask(supabase, resource(tokens.hostingProject, "web")))).toEqual([
      `pass web-headers: ${rule.title}`,
    ]);
  });

  it("names a host that nobody declared, in full", () => {
    expect(ask(`${supabase}; script-src 'self' https://cdn.example.net`)).toEqual([
      {
        rule: "csp-third-parties-declared",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "medium",
        message: `${at}: found https://cdn.example.net in script-src, ${wanted}`,
        property: at,
        input: "headers.contentSecurityPolicy",
        found: ["https://cdn.example.net in script-src"],
        wanted: "hosts of declared third parties and our own",
      },
    ]);
  });

  it.each([
    [
      "another directive",
      "script-src https://*.supabase.co",
      "https://*.supabase.co in script-src",
    ],
    ["every host", "img-src *", "* in img-src"],
    ["a whole scheme", "img-src https:", "https: in img-src"],
    ["a host without a scheme", "frame-src evil.example", "evil.example in frame-src"],
    ["a form's way out", "form-action https://evil.example", "https://evil.example in form-action"],
    ["a base", "base-uri https://evil.example", "https://evil.example in base-uri"],
  ])("counts %s as another host", (_, directive, found) => {
    const policy = `connect-src https://*.supabase.co; ${directive}`;
    expect(brief(ask(policy))).toEqual([`fail web-headers: ${at}: found ${found}, ${wanted}`]);
  });

  it("lets keywords, data, nonces and directives without hosts be", () => {
    const quiet = "script-src 'self' 'nonce-abc' blob: data:; report-uri https://reports.example";
    expect(ask(`connect-src https://*.supabase.co; ${quiet}`)[0]?.state).toBe("pass");
  });

  it("knows the stack's own hosts", () => {
    const domain = resource(providerTypes.vercelDomain, "d", { domain: "app.example.com" });
    const zone = resource(providerTypes.awsZone, "z", { name: "example.org" });
    const services = resource(tokens.containerService, "s", {
      services: { hub: { app: "acme-hub" }, jobs: { app: "acme-jobs", kind: "worker" } },
    });
    const own = (source: string) =>
      ask(`connect-src https://*.supabase.co ${source}`, domain, zone, services)[0]?.state;
    expect(own("https://assets.example.com")).toBe("pass");
    expect(own("https://*.example.com")).toBe("pass");
    expect(own("HTTPS://Files.Example.ORG:8443/path")).toBe("pass");
    expect(own("wss://acme-hub.fly.dev")).toBe("pass");
    expect(own("https://acme-jobs.fly.dev")).toBe("fail");
    expect(own("https://other.fly.dev")).toBe("fail");
    expect(own("https://notexample.com")).toBe("fail");
    expect(own("https://example.com.evil.net")).toBe("fail");
  });

  it("names a declared third party that no policy allows", () => {
    const parties = { thirdParties: ["supabase", "sentry"] };
    const [idle, other] = brief(ask(supabase, hosting(parties))).sort();
    expect(idle).toBe(
      "fail web: thirdParties: found sentry, wanted third parties that the policy allows",
    );
    expect(other).toMatch(/^pass web-headers/);
  });

  it("reads the policy that the app sends", () => {
    const policy = { owner: "app", policy: `${supabase}; script-src https://evil.example` };
    const app = hosting({ headers: { contentSecurityPolicy: policy } });
    expect(brief(judge(rule, [app]))).toEqual([
      `fail web: headers.contentSecurityPolicy.policy: found https://evil.example in script-src, ${wanted}`,
    ]);
  });

  it("has no ground where nothing sends a policy", () => {
    const without = headersRoute({
      headers: {},
      route: { transforms: [removal("Content-Security-Policy")] },
    });
    for (const more of [[], [without]]) {
      expect(brief(judge(rule, [vercelProject, hosting(), ...more]))).toEqual([
        "not-applicable groundwork-prod: nothing sends a policy",
      ]);
    }
  });

  it("cannot tell what is not known, and calls no party idle then", () => {
    expect(brief(ask(UNKNOWN))).toEqual([
      `unknown web-headers: ${at}: not known before the update, ${wanted}; give it a plain value, not the output of another resource`,
    ]);
    const open = hosting({ thirdParties: UNKNOWN });
    const other = resource(tokens.hostingProject, "other", { thirdParties: ["sentry"] });
    for (const more of [[open], [open, other]]) {
      expect(places(ask(supabase, ...more))).toEqual(["unknown web thirdParties"]);
    }
    const app = hosting({ headers: { contentSecurityPolicy: { owner: "app", policy: UNKNOWN } } });
    expect(places(ask("default-src 'self'", app))).toEqual([
      "unknown web headers.contentSecurityPolicy.policy",
      `pass web-headers ${at}`,
    ]);
  });
});
