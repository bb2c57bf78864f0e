import { CspEvaluator } from "csp_evaluator";
import { Version } from "csp_evaluator/dist/csp";
import { Severity } from "csp_evaluator/dist/finding";
import { CspParser } from "csp_evaluator/dist/parser";
import { beforeAll, describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { type Tier, tiers } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { find, onMocks } from "../support/mocks";
import { type Grade, gradeOf } from "../support/observatory";
import { type Declared, declaredStacks } from "./support/stacks";

/* The grade of the response headers that the program declares, as the routes of the Vercel project send them. */

type Headers = Readonly<Record<string, string>>;
type Route = Pick<DeclaredResource, "name" | "inputs">;

const route = "vercel:index/projectRoute:ProjectRoute";
const csp = "Content-Security-Policy";

const best: Pick<Grade, "grade" | "failing"> = { grade: "A+", failing: [] };

/** What the baseline sends with every answer. */
function baselineOf(routes: readonly Route[]): Headers {
  const baseline = routes.find(({ name }) => name === "web-headers");
  if (!baseline) throw new Error("no route for the header baseline");
  return headersOf(baseline);
}

function headersOf({ inputs }: Route): Headers {
  return (inputs.route as { headers?: Headers }).headers ?? {};
}

async function declaredBy(args: Partial<HostingProjectArgs>) {
  const build = () => new HostingProject("web", { name: "shop", ...args });
  const { resources } = await onMocks(build);
  return {
    resources,
    headers: baselineOf(resources.filter(({ type }) => type === route) as Route[]),
  };
}

/** What csp_evaluator holds for a sure bypass of a policy. */
function highFindings(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp, Version.CSP3)
    .evaluate()
    .filter(({ severity }) => severity === Severity.HIGH)
    .map(({ directive, description }) => `${directive}: ${description}`);
}

let declared: Declared;
beforeAll(async () => {
  declared = await declaredStacks();
}, 120_000);

const routesOf = (tier: Tier) => declared[tier].filter(({ type }) => type === route);

// Requirement: HDR-01, HDR-02, HDR-10
describe.each(tiers)("the response headers of %s", (tier) => {
  it("have the grade A+ of MDN's HTTP Observatory, and no analyzer that fails", async () => {
    expect(await gradeOf(baselineOf(routesOf(tier)))).toMatchObject(best);
  });

  it("keep that grade on paths where another route changes some of them", async () => {
    const baseline = baselineOf(routesOf(tier));
    for (const other of routesOf(tier)) {
      expect(await gradeOf({ ...baseline, ...headersOf(other) }), other.name).toMatchObject(best);
    }
  });

  it("have a policy of content in which csp_evaluator finds no bypass", () => {
    const policy = baselineOf(routesOf(tier))[csp] ?? "";
    expect(policy).not.toBe("");
    expect(highFindings(policy)).toEqual([]);
  });
});

describe("the headers of a project of which nothing is said", () => {
  it("have the grade A+ too", async () => {
    expect(await gradeOf((await declaredBy({})).headers)).toMatchObject(best);
  });
});

describe("an app that sends its own policy, with a nonce in each response", () => {
  it("has the grade A+ with the policy that it declares and the route's other headers", async () => {
    const { resources, headers } = await declaredBy({
      headers: {
        contentSecurityPolicy: {
          owner: "app",
          directives: { "script-src": ["'nonce-eachresponse'", "'strict-dynamic'"] },
        },
      },
    });
    const { inputs } = find(resources, "groundwork:hosting:HostingProject");
    const { policy } = (inputs.headers as { contentSecurityPolicy: { policy: string } })
      .contentSecurityPolicy;
    expect(headers).not.toHaveProperty(csp);
    expect(await gradeOf({ ...headers, [csp]: policy })).toMatchObject(best);
    expect(highFindings(policy)).toEqual([]);
  });
});

describe("the grade falls", () => {
  const unsafe = (source: string) => ({
    contentSecurityPolicy: { directives: { "script-src": ["'self'", source] } },
  });

  it.each<[string, HostingProjectArgs["headers"], string, string]>([
    ["HSTS is off", { strictTransportSecurity: false }, "B+", "hsts-not-implemented"],
    [
      "scripts may be inline",
      unsafe("'unsafe-inline'"),
      "B+",
      "csp-implemented-with-unsafe-inline",
    ],
    ["scripts come from any host", unsafe("https:"), "B+", "csp-implemented-with-unsafe-inline"],
    ["there is no policy", { contentSecurityPolicy: false }, "B", "csp-not-implemented"],
  ])("when %s", async (_, headers, wanted, finding) => {
    const { grade, failing } = await gradeOf((await declaredBy({ headers })).headers);
    expect(failing).toEqual([expect.stringContaining(`${finding}: `)]);
    expect(grade).toBe(wanted);
  });

  it("when nothing is sent at all, as far as D", async () => {
    expect((await gradeOf({})).grade).toBe("D");
  });

  it.each<[string, HostingProjectArgs["headers"], string]>([
    [
      "HSTS lasts an hour",
      { strictTransportSecurity: { maxAge: 3600 } },
      "hsts-implemented-max-age-less-than-six-months",
    ],
    ["scripts may be text", unsafe("'unsafe-eval'"), "csp-implemented-with-unsafe-eval"],
    [
      "types may be guessed",
      { contentTypeOptions: false },
      "x-content-type-options-not-implemented",
    ],
    ["addresses leak whole", { referrerPolicy: "unsafe-url" }, "referrer-policy-unsafe"],
  ])(
    "by points that other headers make up for, so the analyzer is named, when %s",
    async (...it) => {
      const [, headers, finding] = it;
      const [{ score: full }, { score, failing }] = [
        await gradeOf((await declaredBy({})).headers),
        await gradeOf((await declaredBy({ headers })).headers),
      ];
      expect(failing).toEqual([expect.stringContaining(`${finding}: `)]);
      expect(score).toBeLessThan(full);
    },
  );

  it("and csp_evaluator finds a bypass, when scripts may be inline", async () => {
    const { headers } = await declaredBy({ headers: unsafe("'unsafe-inline'") });
    expect(highFindings(headers[csp] ?? "")).toEqual([expect.stringMatching(/^script-src: /)]);
  });
});
