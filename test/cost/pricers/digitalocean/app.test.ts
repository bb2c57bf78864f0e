import { describe, expect, it } from "vitest";
import { appSizes } from "../../../../hosts/digitalocean/apps";
import { tokens } from "../../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { priceOf } from "../../../../cost/price-list";
import { declared } from "../../stand-ins";
import { billed, lines, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";

/*
 * Prices: https://docs.digitalocean.com/products/app-platform/details/pricing/, sections "Current plans" and "Free tier".
 */

const type = "digitalocean:index/app:App";
const github = { repo: "velocity/shop", branch: "main" };
const site = { name: "site", github };
const service = (over: PropertyMap = {}): PropertyMap => ({ name: "api", github, ...over });

const app = (spec: PropertyMap, name = "shop") => declared(type, name, { spec: { name, ...spec } });
const bill = (spec: PropertyMap, usage = using()) => billed([app(spec)], { usage });

describe("the price of a container on App Platform", () => {
  it.each([
    ["apps-s-1vcpu-0.5gb", "5"],
    ["apps-s-1vcpu-1gb-fixed", "10"],
    ["apps-s-1vcpu-1gb", "12"],
    ["apps-s-1vcpu-2gb", "25"],
    ["apps-s-2vcpu-4gb", "50"],
    ["apps-d-1vcpu-0.5gb", "29"],
    ["apps-d-1vcpu-1gb", "34"],
    ["apps-d-1vcpu-2gb", "39"],
    ["apps-d-1vcpu-4gb", "49"],
    ["apps-d-2vcpu-4gb", "78"],
    ["apps-d-2vcpu-8gb", "98"],
    ["apps-d-4vcpu-8gb", "156"],
    ["apps-d-4vcpu-16gb", "196"],
    ["apps-d-8vcpu-32gb", "392"],
  ])("of %s is the page's", (instanceSizeSlug, expected) => {
    expect(total(bill({ services: [service({ instanceSizeSlug })] }))).toBe(expected);
  });

  it("is known of every size that there is", () => {
    expect(appSizes.map(({ sku }) => priceOf(sku).price.sku)).toEqual(
      appSizes.map(({ sku }) => sku),
    );
  });

  it("is the smallest size's, once, where the spec says neither size nor number", () => {
    expect(paid(bill({ services: [service()] }))).toEqual(["do-apps-s-1vcpu-0-5gb 1 5"]);
  });

  it("counts every container of services and workers", () => {
    const worker = { name: "mailer", github, instanceSizeSlug: "apps-s-1vcpu-2gb" };
    const api = service({ instanceSizeSlug: "apps-s-1vcpu-1gb", instanceCount: 3 });
    // 3 × $12 + $25.
    expect(total(bill({ services: [api], workers: [worker] }))).toBe("61");
  });

  it("is the least number's, and in a busy month the most", () => {
    const autoscaling = { minInstanceCount: 2, maxInstanceCount: 5 };
    const api = service({ instanceSizeSlug: "apps-d-1vcpu-1gb", autoscaling });
    const { low, expected, high } = bill({ services: [api] }).total;
    // 2 × $34, 5 × $34.
    expect([low, expected, high].map(String)).toEqual(["68", "68", "170"]);
  });

  it.each<[PropertyMap, string]>([
    [
      { services: [service({ instanceSizeSlug: "basic-xs" })] },
      "api: its size and number are not known, or not on sale any more",
    ],
    [
      { services: [service({ instanceCount: UNKNOWN })] },
      "api: its size and number are not known, or not on sale any more",
    ],
    [{ jobs: [{ name: "migrate", github }] }, "jobs are billed by the second that they run"],
    [{ functions: [{ name: "hook", github }] }, "functions are billed by the use of memory"],
  ])("is not told for %o", (spec, reason) => {
    expect(unpriced(bill(spec))).toEqual([reason]);
  });

  it("waits for a spec that is not known yet", () => {
    const unknown = billed([declared(type, "shop", { spec: UNKNOWN })], { usage: using() });
    expect(unpriced(unknown)).toEqual(["spec is not known before the update"]);
  });
});

describe("apps of static sites alone", () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => app({ staticSites: [site] }, `shop-${at}`));

  it("cost nothing, three of an account", () => {
    expect(total(billed(named(3), { usage: using() }))).toBe("0");
  });

  it("cost $3 each beyond that", () => {
    // 5 × $3 − 3 × $3.
    expect(total(billed(named(5), { usage: using() }))).toBe("6");
  });

  it("are no such apps with a service beside them", () => {
    const both = bill({ staticSites: [site], services: [service()] });
    expect(paid(both)).toEqual(["do-apps-s-1vcpu-0-5gb 1 5"]);
  });
});

describe("what an app costs besides", () => {
  it("addresses of its own to speak from, and databases for development", () => {
    const databases = [
      { name: "db", engine: "PG" },
      { name: "main", engine: "PG", production: true, clusterName: "main" },
    ];
    const asked = bill({ services: [service()], egresses: [{ type: "DEDICATED_IP" }], databases });
    // $5 + $25 + $7.
    expect(total(asked)).toBe("37");
    expect(paid(asked)).toContain("do-app-dev-db 1 7");
  });

  it("what it sends beyond the allowance of its containers", () => {
    // 107.3741824 GB are 100 GiB, of which 50 are the container's: 50 × $0.02 on top of $5.
    const sent = bill({ services: [service()] }, using({ "hosting.transferGb": 107.3741824 }));
    expect(lines(sent)).toContain("do-app-egress 50 1");
    expect(total(sent)).toBe("6");
  });

  it("nothing for what the allowance covers, 1 GiB of an app of static sites", () => {
    const usage = using({ "hosting.transferGb": 1.073741824 });
    expect(total(bill({ staticSites: [site] }, usage))).toBe("0");
  });

  it("one pool for all apps of the stack, of which a container service bears its part", () => {
    const services = declared(tokens.containerService, "services", {
      services: { api: { vendor: "digitalocean" }, hub: { vendor: "fly" } },
    });
    const spec = { services: [service({ instanceSizeSlug: "apps-s-1vcpu-1gb" })] };
    const api = declared(type, "services-api", { spec: { name: "api", ...spec } }, services);
    const web = app({ services: [service()] });
    // Sites 107.3741824 GB are 100 GiB, services half of 429.4967296 GB are 200 GiB; 50 + 150 GiB are free, so 100 are paid.
    const usage = using({ "hosting.transferGb": 107.3741824, "services.egressGb": 429.4967296 });
    const sent = billed([services, api, web], { usage }).lines.filter(
      ({ price }) => price.sku === "do-app-egress",
    );
    expect(sent.map(({ quantity }) => quantity.expected.toString())).toEqual(["50", "50"]);
  });
});
