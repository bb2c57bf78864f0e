import { Finding, Severity } from "csp_evaluator/dist/finding";
import { CspEvaluator } from "csp_evaluator/dist/evaluator";
import { CspParser } from "csp_evaluator/dist/parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cspDirectives, headers, headerSettings } from "../../catalogue/headers";
import type { HeaderArgs } from "../../components/hosting/args";
import { headerProblems, responseHeaders } from "../../components/hosting/headers";

const policyOf = (args?: HeaderArgs) => responseHeaders(args).set["Content-Security-Policy"];
const problemsOf = (args: HeaderArgs) =>
  headerProblems(args).map(({ where, found }) => `${where.path}: ${found}`);

/** Characters that end something, and a few that do not. */
const hostile = [..."ab'*:/.-;,$\" \t\r\n\0é"];

// Requirement: HDR-01, HDR-02, HDR-03, HDR-04, HDR-05, HDR-06, HDR-07
describe("the header baseline", () => {
  it("is this, when nothing is said", () => {
    expect(responseHeaders()).toEqual({
      set: {
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "Content-Security-Policy":
          "default-src 'self'; script-src 'self'; style-src 'self'; " +
          "img-src 'self' data: https://*.supabase.co; font-src 'self'; " +
          "connect-src 'self' https://*.supabase.co wss://*.supabase.co; object-src 'none'; " +
          "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; upgrade-insecure-requests",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy":
          "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), " +
          "gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
      remove: ["X-Powered-By"],
    });
    expect(headerProblems()).toEqual([]);
  });

  it("gives csp_evaluator nothing to say above 'may be', and that only about 'self'", () => {
    const findings = new CspEvaluator(new CspParser(policyOf() ?? "").csp).evaluate();
    expect(findings.map(({ directive, value }) => [directive, value])).toEqual([
      ["script-src", "'self'"],
    ]);
    expect(Finding.getHighestSeverity(findings)).toBe(Severity.MEDIUM_MAYBE);
  });

  it.each(headerSettings)("loses exactly one header when %s is false", (setting) => {
    const others = { ...responseHeaders().set };
    delete others[headers[setting].name];
    const expected = setting === "frameOptions" ? withoutFrameAncestors(others) : others;
    expect(responseHeaders({ [setting]: false }).set).toEqual(expected);
  });

  it("sets nothing and removes nothing when all is turned off", () => {
    const off = Object.fromEntries(headerSettings.map((setting) => [setting, false]));
    expect(responseHeaders({ ...off, remove: [] })).toEqual({ set: {}, remove: [] });
  });
});

describe("Strict-Transport-Security", () => {
  it.each([
    [{}, "max-age=63072000; includeSubDomains"],
    [{ maxAge: 300 }, "max-age=300; includeSubDomains"],
    [{ maxAge: 0 }, "max-age=0; includeSubDomains"],
    [{ includeSubDomains: false }, "max-age=63072000"],
    [{ preload: true }, "max-age=63072000; includeSubDomains; preload"],
    [{ includeSubDomains: false, preload: true }, "max-age=63072000; preload"],
  ])("of %o is written %s", (strictTransportSecurity, text) => {
    const { set } = responseHeaders({ strictTransportSecurity });
    expect(set["Strict-Transport-Security"]).toBe(text);
  });

  it.each([-1, 1.5, Infinity, NaN])("refuses a max-age of %s", (maxAge) => {
    expect(problemsOf({ strictTransportSecurity: { maxAge } })).toEqual([
      `strictTransportSecurity.maxAge: ${maxAge}`,
    ]);
  });
});

describe("Content-Security-Policy", () => {
  it("takes a directive in place of the default's, and keeps the others", () => {
    const directives = { "font-src": ["'self'", "https://fonts.gstatic.com"] };
    const text = policyOf({ contentSecurityPolicy: { directives } });
    expect(text).toBe(
      policyOf()?.replace("font-src 'self'", "font-src 'self' https://fonts.gstatic.com"),
    );
  });

  it("adds a directive that the default lacks in its place", () => {
    const directives = { "report-to": ["csp"], "frame-src": ["https://vercel.live"] };
    const text = policyOf({ contentSecurityPolicy: { directives } });
    expect(text).toContain("wss://*.supabase.co; frame-src https://vercel.live; object-src");
    expect(text).toMatch(/; report-to csp$/);
  });

  it("writes a directive without sources bare", () => {
    const directives = { sandbox: [] };
    const text = policyOf({ contentSecurityPolicy: { directives } });
    expect(text).toContain("; sandbox; require-trusted-types-for 'script'; upgrade-insecure");
  });

  it.each([
    ["DENY", "frame-ancestors 'none'"],
    ["SAMEORIGIN", "frame-ancestors 'self'"],
  ] as const)("says for frameOptions %s %s", (frameOptions, directive) => {
    expect(policyOf({ frameOptions })?.split("; ")).toContain(directive);
    expect(responseHeaders({ frameOptions }).set["X-Frame-Options"]).toBe(frameOptions);
  });

  it("lets a frame-ancestors of its own win over frameOptions", () => {
    const directives = { "frame-ancestors": ["https://partner.example"] };
    const text = policyOf({ frameOptions: "DENY", contentSecurityPolicy: { directives } });
    expect(text).toContain("frame-ancestors https://partner.example");
    expect(text?.match(/frame-ancestors/g)).toHaveLength(1);
  });

  it("is the same text whatever the order of the directives", () => {
    const entries = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...cspDirectives), fc.constant(["'self'"])),
      { selector: ([name]) => name, minLength: 2 },
    );
    fc.assert(
      fc.property(entries, (given) => {
        const policy = (list: typeof given) =>
          policyOf({ contentSecurityPolicy: { directives: Object.fromEntries(list) } });
        expect(policy([...given].reverse())).toBe(policy(given));
      }),
    );
  });

  it.each([
    ["self", "self, which without quotes is the name of a host"],
    ["unsafe-inline", "unsafe-inline, which without quotes is the name of a host"],
    ["nonce-abc", "nonce-abc, which without quotes is the name of a host"],
    ["sha256-abc=", "sha256-abc=, which without quotes is the name of a host"],
    ["'self' https:", `"'self' https:"`],
    ["https://a.example;script-src", `"https://a.example;script-src"`],
    ["https://a.example,https://b.example", `"https://a.example,https://b.example"`],
    ["https://$HOST", `"https://$HOST"`],
    ["https://a.example\r\nSet-Cookie:x", String.raw`"https://a.example\r\nSet-Cookie:x"`],
    ["https://exämple.com", `"https://exämple.com"`],
    ["", `""`],
  ])("refuses the source %j", (source, found) => {
    expect(problemsOf({ contentSecurityPolicy: { directives: { "img-src": [source] } } })).toEqual([
      `contentSecurityPolicy.directives.img-src[0]: ${found}`,
    ]);
  });

  it("refuses a directive that browsers do not know", () => {
    const directives = { "scirpt-src": ["'self'"] } as never;
    expect(problemsOf({ contentSecurityPolicy: { directives } })).toEqual([
      "contentSecurityPolicy.directives.scirpt-src: no directive that browsers know",
    ]);
  });

  it("refuses 'none' beside other sources", () => {
    const directives = { "img-src": ["'none'", "data:"] as string[] };
    expect(problemsOf({ contentSecurityPolicy: { directives } })).toEqual([
      "contentSecurityPolicy.directives.img-src: 'none' beside other sources, which browsers ignore",
    ]);
  });

  it("can never end early or start a second header, whatever sources are accepted", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...hostile), maxLength: 4 }), (source) => {
        const args = { contentSecurityPolicy: { directives: { "img-src": [source] } } };
        fc.pre(headerProblems(args).length === 0);
        expect(policyOf(args)?.split("; ")).toHaveLength(12);
        expect(policyOf(args)).toMatch(/^[\x20-\x7e]*$/);
        expect(policyOf(args)).not.toMatch(/[$,]/);
      }),
    );
  });
});

describe("Permissions-Policy", () => {
  it("takes a feature in place of the default's, and keeps the others", () => {
    const { set } = responseHeaders({
      permissionsPolicy: { geolocation: ["self", '"https://maps.example"'], fullscreen: ["*"] },
    });
    const text = set["Permissions-Policy"];
    expect(text).toContain('geolocation=(self "https://maps.example"), gyroscope=()');
    expect(text).toContain("display-capture=(), fullscreen=*, geolocation");
    expect(text).toContain("camera=()");
  });

  it.each(["https://a.example", "'self'", '"http://a.example"', "none", '"https://a.example/$x"'])(
    "refuses the entry %s",
    (entry) => {
      expect(problemsOf({ permissionsPolicy: { camera: [entry] } })[0]).toBe(
        `permissionsPolicy.camera[0]: ${entry}`,
      );
    },
  );

  it("refuses a feature name that would end the header", () => {
    expect(problemsOf({ permissionsPolicy: { "camera=*\r\nX": [] } })).toHaveLength(1);
  });
});

describe("the other headers", () => {
  it("say what is asked for", () => {
    const { set } = responseHeaders({
      referrerPolicy: "no-referrer",
      crossOriginOpenerPolicy: "same-origin-allow-popups",
      crossOriginResourcePolicy: "same-site",
    });
    expect(set["Referrer-Policy"]).toBe("no-referrer");
    expect(set["Cross-Origin-Opener-Policy"]).toBe("same-origin-allow-popups");
    expect(set["Cross-Origin-Resource-Policy"]).toBe("same-site");
  });

  it("refuse a $, which Vercel reads as a variable", () => {
    expect(problemsOf({ referrerPolicy: "$POLICY" as never })).toEqual([
      'referrerPolicy: "$POLICY"',
    ]);
  });
});

describe("headers taken out", () => {
  it("replace the default list", () => {
    expect(responseHeaders({ remove: ["Server"] }).remove).toEqual(["Server"]);
  });

  it("refuse a name that is none", () => {
    expect(problemsOf({ remove: ["X Powered By"] })).toEqual(['remove[0]: "X Powered By"']);
  });

  it("refuse a header that is set at the same time, in any case", () => {
    expect(problemsOf({ remove: ["x-frame-options"] })).toEqual([
      "remove[0]: x-frame-options, which frameOptions sets",
    ]);
    expect(problemsOf({ remove: ["x-frame-options"], frameOptions: false })).toEqual([]);
  });
});

function withoutFrameAncestors(set: Record<string, string>): Record<string, string> {
  const csp = set["Content-Security-Policy"] ?? "";
  return { ...set, "Content-Security-Policy": csp.replace("frame-ancestors 'none'; ", "") };
}
