import { beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN, type PropertyMap } from "../../core/value";
import { textOf } from "../config/support";
import { AlertGraph } from "./support/alert-graph";
import { withProgram } from "./support/stacks";

/* The whole of prod with its bucket of assets served by CloudFront: what that brings, beside the bucket. */

const host = "files.velocity-platform.com";
const purpose = "        purpose: assets\n";

let without: readonly DeclaredResource[];
let withIt: readonly DeclaredResource[];
beforeAll(async () => {
  const text = textOf("Pulumi.prod.yaml");
  const served = `${purpose}        distribution: { host: ${host} }\n`;
  await withProgram(async (run) => {
    without = await run("prod", text);
    withIt = await run("prod", text.replace(purpose, served));
  });
}, 300_000);

const all = (type: string) => withIt.filter((it) => it.type === type);
const known = new Set<string>();

// Requirement: STOR-05
describe("a bucket of prod that is served at a host", () => {
  beforeAll(() => {
    for (const { urn } of without) known.add(urn);
  });

  it("brings the distribution and all that it needs, a health check and its alarm", () => {
    const added = withIt.filter(({ urn }) => !known.has(urn)).map(({ name }) => name);
    expect(added.sort()).toEqual([
      "storage-assets-certificate",
      "storage-assets-certificate-issued",
      "storage-assets-certificate-record",
      "storage-assets-distribution",
      "storage-assets-headers",
      "storage-assets-health",
      "storage-assets-origin-access-control",
      "storage-assets-record-a",
      "storage-assets-record-aaaa",
      `uptime-${host}`,
      `uptime-${host}-alarm`,
    ]);
  });

  it("is asked for its health, and somebody hears when it does not answer", () => {
    const check = all("aws:route53/healthCheck:HealthCheck").find(
      ({ inputs }) => inputs["fqdn"] === host,
    );
    expect(check?.inputs).toMatchObject({ type: "HTTPS", resourcePath: "/health.txt" });
    const graph = new AlertGraph(withIt);
    const unheard = graph.unheard();
    const alarms = graph.watching(check?.urn ?? "").filter((name) => !unheard.includes(name));
    expect(alarms).toEqual([`uptime-${host}-alarm`]);
  });

  it("has its addresses in the zone that prod makes", () => {
    const records = all("aws:route53/record:Record").filter(({ inputs }) => inputs.name === host);
    expect(records.map(({ inputs }) => inputs.type).sort()).toEqual(["A", "AAAA"]);
    const zone = all("aws:route53/zone:Zone")[0];
    for (const { propertyDependencies } of records) {
      expect(propertyDependencies["zoneId"]).toContain(zone?.urn);
    }
  });

  it("shows its policy whole before anything exists", () => {
    const policy = all("aws:s3/bucketPolicy:BucketPolicy").find(
      ({ inputs }) => inputs.bucket === "velocity-assets-prod",
    );
    expect(policy?.inputs.policy).not.toBe(UNKNOWN);
    const { Statement } = JSON.parse(policy?.inputs.policy as string) as {
      Statement: PropertyMap[];
    };
    expect(Statement.map(({ Sid }) => Sid)).toEqual(["DenyWithoutTls", "DistributionReads"]);
  });
});
