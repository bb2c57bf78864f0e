import { describe, expect, it } from "vitest";
import { planRollback } from "../../../cli/operations/rollback-facts";
import type { Clouds } from "../../../cli/operations/clouds";
import { UserError } from "../../../core/errors";
import type { PropertyMap } from "../../../core/value";
import { tokens } from "../../../core/tokens";
import { declaredWays } from "../../../operations/rollback/declared";
import { servedOf } from "../../../operations/smoke/served";
import { drillTarget } from "../../../operations/drill/target";
import { declared } from "../../cost/stand-ins";

const [old, now] = ["1".repeat(40), "2".repeat(40)];
const image = (sha: string) => `ghcr.io/acme/api:${sha}`;
const service = (vendor: string) =>
  declared(tokens.containerService, "services", {
    services: { api: { vendor, app: "shop-api", image: image(now), regions: ["iad"] } },
  });
const site = (vendor: string) =>
  declared(tokens.hostedSite, "web-site", { name: "shop", vendor, domains: {} });
const back = (images: PropertyMap) =>
  declared(tokens.recovery, "recovery", { rollback: { images } });

/** Asking any vendor would be wrong: there is nobody to ask. */
const clouds = new Proxy({} as Clouds, {
  get: (_, name) => {
    throw new Error(`asked ${String(name)}`);
  },
});

async function refused(
  wish: { service: string; to?: string },
  resources: Parameters<typeof declaredWays>[0],
) {
  const ground = { stack: "prod", ways: declaredWays(resources) } as never;
  const error = await planRollback(
    ground,
    { by: "reverse", acceptLoss: false, ...wish },
    clouds,
  ).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`not refused: ${String(error)}`);
  return { exitCode: error.exitCode, ...error.problems[0] };
}

// Requirement: DR-12, HOST-15, HOST-16
describe("going back, where nothing here drives the vendor,", () => {
  it("fails with the command of Render's own tool, and the image that the stack declares", async () => {
    expect(
      await refused({ service: "api" }, [service("render"), back({ api: image(old) })]),
    ).toEqual({
      exitCode: 2,
      where: { path: "rollback of api" },
      found: "api runs on Render, whose releases nothing here takes back",
      fix: `do it yourself: render deploys create <id of shop-api> --image ${image(old)} --wait --confirm`,
    });
  });

  it("fails with what Railway's own tool needs, and the image that is named", async () => {
    const { exitCode, fix } = await refused({ service: "api", to: old }, [service("railway")]);
    expect(exitCode).toBe(2);
    expect(fix).toBe(
      `do it yourself: set services.api.image to ${image(old)}, then: npx groundwork render prod --out . && railway config apply`,
    );
  });

  it("judges the image before: one of another repository is refused as anywhere", async () => {
    const to = `ghcr.io/mallory/api:${old}`;
    const { exitCode, found } = await refused({ service: "api", to }, [service("render")]);
    expect([exitCode, found]).toEqual([1, `--to ${to}`]);
  });

  it.each([
    ["netlify", "Netlify serves shop, whose releases nothing here takes back"],
    ["render", "Render serves shop, whose releases nothing here takes back"],
  ])("fails for a site on %s too", async (vendor, wanted) => {
    const { exitCode, found, fix } = await refused({ service: "frontend" }, [site(vendor)]);
    expect([exitCode, found]).toEqual([2, wanted]);
    expect(fix).toMatch(/^do it yourself: ./);
  });
});

describe("a service on another vendor", () => {
  it.each([
    ["fly", "shop-api.fly.dev"],
    ["render", "shop-api.onrender.com"],
    ["railway", "shop-api.up.railway.app"],
  ])("on %s is asked by smoke tests at %s", (vendor, host) => {
    expect(servedOf([service(vendor)]).services).toEqual([{ name: "api", host }]);
  });

  it("cannot be drilled, since nothing here breaks or takes back its release", () => {
    expect(() => drillTarget("prod", "orchestrator-down", [service("render")])).toThrow(
      "Pulumi.prod.yaml: api runs on Render, whose releases nothing here takes back; drill it by hand",
    );
  });
});
