import { describe, expect, it } from "vitest";
import { Dns, type DnsArgs } from "../../components/dns";
import { find, listOf, onMocks } from "../support/mocks";

const smallest: DnsArgs = {
  ...{ product: "shop", tier: "prod", owner: "web-team", owned: true },
  zone: { name: "shop.example" },
};
const failover = {
  host: "app.shop.example",
  primary: "cname.vercel-dns-0.com",
  standby: "standby.shop.example",
};
const full: DnsArgs = {
  ...smallest,
  zone: { name: "shop.example", protect: true },
  records: {
    "shop.example": { type: "A", values: ["76.76.21.21"], ttl: 60 },
    "standby.shop.example": { type: "CNAME", values: ["d111111abcdef8.cloudfront.net"] },
  },
  failover,
  healthCheckId: "check-of-app",
};

const Component = "groundwork:dns:Dns";
const Zone = "aws:route53/zone:Zone";
const Record = "aws:route53/record:Record";
const nameServers = ["ns-1.example", "ns-2.example"];

const declare = (args: Partial<DnsArgs> = {}, preview = false) =>
  onMocks(() => new Dns("dns", { ...smallest, ...args }), {
    preview,
    outputs: preview ? {} : { [Zone]: { zoneId: "Z1", nameServers } },
  });

/** Requirement: HOST-06 */
describe("Dns", () => {
  it("makes the zone in the stack that owns what is shared, and tells its name servers", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([`${Zone} dns-zone`, `${Component} dns`]);
    expect(find(resources, Zone)).toMatchObject({
      parent: `${Component} dns`,
      inputs: {
        name: "shop.example",
        comment: "Every host of shop",
        forceDestroy: false,
        tags: { product: "shop", tier: "prod", owner: "web-team", Name: "shop.example" },
      },
    });
    expect(find(resources, Component).outputs).toEqual({ zoneId: "Z1", nameServers });
  });

  it("makes none where the zone exists", async () => {
    const zone = { name: "shop.example", id: "Z2" };
    const { resources } = await declare({ ...full, zone, owned: false });
    expect(resources.filter(({ type }) => type === Zone)).toEqual([]);
    expect(find(resources, Record, "dns-record-shop.example").inputs.zoneId).toBe("Z2");
    expect(find(resources, Component).outputs).toEqual({ zoneId: "Z2" });
  });

  it("writes each record, and lets what replaces one wait until it is gone", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Record, "dns-record-standby.shop.example")).toMatchObject({
      inputs: {
        ...{ zoneId: "Z1", name: "standby.shop.example", type: "CNAME", ttl: 300 },
        records: ["d111111abcdef8.cloudfront.net"],
      },
      options: { deleteBeforeReplace: true },
    });
  });

  it("protects the zone where it is told to", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Zone).options.protect).toBe(true);
  });

  it("repeats its args as inputs", async () => {
    const { resources } = await declare(full);
    const repeated = { ...full, healthCheckId: undefined };
    expect(find(resources, Component).inputs).toEqual(repeated);
  });

  it("lets a transform have the last word", async () => {
    const { resources } = await declare({
      ...full,
      transform: {
        zone: (args) => void (args.comment = "Ours"),
        record: (args, _opts, name) => {
          if (name === "dns-record-shop.example") args.ttl = 30;
        },
      },
    });
    expect(find(resources, Zone).inputs.comment).toBe("Ours");
    expect(find(resources, Record, "dns-record-shop.example").inputs.ttl).toBe(30);
  });
});

/** Requirement: UPT-05 */
describe("failover", () => {
  it("gives a host two answers for a minute, the first while its check says that it is well", async () => {
    const { resources } = await declare(full);
    const common = { zoneId: "Z1", name: "app.shop.example", type: "CNAME", ttl: 60 };
    expect(find(resources, Record, "dns-primary").inputs).toEqual({
      ...common,
      records: ["cname.vercel-dns-0.com"],
      setIdentifier: "primary",
      failoverRoutingPolicies: [{ type: "PRIMARY" }],
      healthCheckId: "check-of-app",
    });
    expect(find(resources, Record, "dns-standby").inputs).toEqual({
      ...common,
      records: ["standby.shop.example"],
      setIdentifier: "secondary",
      failoverRoutingPolicies: [{ type: "SECONDARY" }],
    });
  });

  it("is declared the same while the zone is not known yet", async () => {
    const { resources } = await declare(full, true);
    expect(find(resources, Record, "dns-primary").inputs).toMatchObject({
      records: ["cname.vercel-dns-0.com"],
      setIdentifier: "primary",
    });
  });

  it("needs a check", async () => {
    await expect(declare({ ...full, healthCheckId: undefined })).rejects.toMatchObject({
      message: "dns.healthCheckId: missing; expected the id of a health check of app.shop.example",
    });
  });
});

describe("Dns refuses", () => {
  it.each<[string, Partial<DnsArgs>, string]>([
    [
      "a zone that another stack makes, without its id",
      { owned: false },
      "dns.zone.id: missing, and another stack makes the zone; expected the id of the zone; take it from the outputs of the stack that groundwork:shared.owner names",
    ],
    [
      "a host of another zone",
      { records: { "evilshop.example": { type: "A", values: ["192.0.2.1"] } } },
      'dns.records["evilshop.example"]: evilshop.example; expected shop.example or a host below it',
    ],
    [
      "two hosts for a CNAME",
      { records: { "www.shop.example": { type: "CNAME", values: ["a.example", "b.example"] } } },
      'dns.records["www.shop.example"].values: 2 hosts; expected one host for a CNAME',
    ],
    [
      "a CNAME for the zone itself",
      { records: { "shop.example": { type: "CNAME", values: ["a.example"] } } },
      `dns.records["shop.example"].type: CNAME of the zone's own name; give A records, with addresses`,
    ],
    [
      "failover of the zone itself",
      { failover: { ...failover, host: "shop.example" }, healthCheckId: "c" },
      "dns.failover.host: shop.example; expected a host below shop.example: the zone's own name can be no CNAME",
    ],
    [
      "a standby that is the host",
      { failover: { ...failover, standby: failover.host }, healthCheckId: "c" },
      "dns.failover.standby: app.shop.example; expected another host than the one that it stands in for",
    ],
    [
      "an answer that outlives the switch",
      { failover: { ...failover, ttl: 61 }, healthCheckId: "c" },
      "dns.failover.ttl: 61; expected at most 60 seconds",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(declare(args)).rejects.toMatchObject({ message });
  });
});
