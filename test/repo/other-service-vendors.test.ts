import { beforeAll, describe, expect, it } from "vitest";
import { filesOf } from "../../cli/rendered/files";
import {
  serviceHostOf,
  serviceHosts,
  type ServiceVendor,
  serviceVendors,
} from "../../hosts/services";
import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { run as judge } from "../../policies/run";
import { refuses } from "../../policies/verdict";
import type { ServiceSpec } from "../../render/service";
import { textOf } from "../config/support";
import { inputOf, withProgram } from "./support/stacks";

/* Prod with its service at another vendor: one line for who runs it, and the new host wherever the file names the old one. */

const app = "velocity-orchestrator";
/** Vendors whose file is rendered, beside Fly. Where an app is declared, its own guide and tests tell what else it needs. */
const elsewhere = serviceVendors.filter((it) => it !== "fly" && !serviceHosts[it].managed);
const line = `      app: ${app}\n`;
const prod = textOf("Pulumi.prod.yaml");
const moved = (vendor: ServiceVendor) => prod.replace(line, `      vendor: ${vendor}\n${line}`);
const hostOf = (vendor: ServiceVendor) => serviceHostOf({ vendor, app }) ?? "";

let before: readonly DeclaredResource[];
const alone = new Map<ServiceVendor, readonly DeclaredResource[]>();
const whole = new Map<ServiceVendor, readonly DeclaredResource[]>();
beforeAll(async () => {
  await withProgram(async (run) => {
    before = await run("prod", prod);
    for (const vendor of elsewhere) {
      alone.set(vendor, await run("prod", moved(vendor)));
      whole.set(vendor, await run("prod", moved(vendor).replaceAll(hostOf("fly"), hostOf(vendor))));
    }
  });
}, 600_000);

function refusedIn(resources: readonly DeclaredResource[] = []): RuleResult[] {
  return judge({ resources, stack: "prod", clock: new Date() }).filter(refuses);
}

const specIn = (resources: readonly DeclaredResource[] = []) => {
  const path = ["services", "orchestrator"];
  const reading = inputOf(resources, [tokens.containerService, "services"], path);
  return (reading as unknown as { value: ServiceSpec }).value;
};

// Requirement: HOST-15, HOST-16, CONF-02
describe.each(elsewhere)("prod's orchestrator on %s", (vendor) => {
  it("is refused for nothing but what the vendor does not do, each thing with a way around it", () => {
    const refused = refusedIn(whole.get(vendor));
    expect([...new Set(refused.map(({ rule }) => rule))]).toEqual(["host-gaps-accepted"]);
    const { gaps = [] } = specIn(whole.get(vendor));
    expect(refused).toHaveLength(gaps.length);
    expect(gaps.every(({ instead, workaround }) => instead !== "" && workaround !== "")).toBe(true);
  });

  it("is asked at its new host by all that ask it", () => {
    const said = JSON.stringify(whole.get(vendor));
    expect(said).toContain(hostOf(vendor));
    expect(said).not.toContain(hostOf("fly"));
  });

  it("changes nothing that does not name the service or its host", () => {
    const known = new Map(before.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
    const changed = (whole.get(vendor) ?? []).filter(
      ({ urn, inputs }) => known.has(urn) && known.get(urn) !== JSON.stringify(inputs),
    );
    const unnamed = changed.filter(({ inputs, type, name }) => {
      // The code of a canary holds the hosts that it asks, packed.
      const isOf = type === tokens.containerService || name.startsWith("uptime-canary-");
      return !isOf && !JSON.stringify(inputs).includes(hostOf(vendor));
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it("keeps every word that the file says of it", () => {
    const { hosted, gaps } = specIn(whole.get(vendor));
    expect(specIn(whole.get(vendor))).toEqual({ ...specIn(before), vendor, hosted, gaps });
  });

  it("by the line alone is told where the file still names the old host", () => {
    const rules = refusedIn(alone.get(vendor)).map(({ rule }) => rule);
    expect([...new Set(rules)].sort()).toEqual([
      "csp-third-parties-declared",
      "host-gaps-accepted",
    ]);
  });

  it("is rendered for its tool, with the pool of previews still on Fly", () => {
    const files = filesOf(whole.get(vendor) ?? [], "prod").map(({ file }) => file);
    expect(files).toContain("orchestrator/preview-container/fly.toml");
    expect(files).not.toContain("orchestrator/fly.toml");
  });
});
