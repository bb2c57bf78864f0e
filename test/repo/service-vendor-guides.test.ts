import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flyRegions } from "../../catalogue/fly";
import { type ServiceHost, serviceHosts } from "../../hosts/services";

const pages = { render: "render-services", railway: "railway" } as const;
const vendors = ["render", "railway"] as const;

// Requirement: HOST-15, HOST-16
describe.each(vendors)("the guide to services on %s", (vendor) => {
  const text = readFileSync(`docs/guides/hosts/${pages[vendor]}.md`, "utf8");
  const host: ServiceHost = serviceHosts[vendor];

  it("names each thing that the vendor does not do, and none that it does", () => {
    const [, lacks = ""] = /^## What it does not\n([^]*?)^## /m.exec(text) ?? [];
    const named = [...lacks.matchAll(/^- (.*?):/gm)].flatMap(([, ids = ""]) =>
      [...ids.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id),
    );
    const lacking = Object.entries(host.can).filter(([, can]) => can !== true);
    expect(named.sort()).toEqual(lacking.map(([id]) => id).sort());
  });

  it("leads every region of Fly to the one that is used", () => {
    const rows = [...text.matchAll(/^\| (.*?) +\| `([a-z0-9-]+)` +\|$/gm)];
    const led = rows.flatMap(([, from = "", to = ""]) =>
      [...from.matchAll(/\b[a-z]{3}\b/g)]
        .map(([code]) => [code, to] as const)
        .filter(([code]) => (flyRegions as readonly string[]).includes(code)),
    );
    const wanted = flyRegions.map((code) => [code, host.regions[code].region] as const);
    expect(Object.fromEntries(led)).toEqual(Object.fromEntries(wanted));
    expect(led).toHaveLength(flyRegions.length);
  });

  it("names every plan", () => {
    const rows = [...text.matchAll(/^\| `([a-z ]+)` +\| ([\d.]+) +\| ([\d,]+) MB/gm)];
    const plans = rows.map(([, name, cpus, memory = ""]) => [
      name,
      Number(cpus),
      Number(memory.replace(",", "")),
    ]);
    expect(plans).toEqual((host.plans ?? []).map((it) => [it.name, it.cpus, it.memoryMb]));
  });
});
