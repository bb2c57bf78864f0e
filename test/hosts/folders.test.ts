import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { VendorDeclaration } from "../../hosts/contract/declarations";
import type { VendorFacts } from "../../hosts/contract/facts";
import type { VendorRendering } from "../../hosts/contract/renderings";
import { declarations } from "../../hosts/tables/declarations";
import { facts } from "../../hosts/tables/facts";
import { renderings } from "../../hosts/tables/renderings";
import { type Vendor, vendors } from "../../hosts/vendors";
import { tables } from "../../scripts/host-tables/text";

const folders = readdirSync("hosts", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !["contract", "tables"].includes(name));

const factsOf = (vendor: Vendor): VendorFacts => facts[vendor];
const renderingOf = (vendor: Vendor) =>
  (renderings as Partial<Record<Vendor, VendorRendering>>)[vendor] ?? {};
const declarationOf = (vendor: Vendor) =>
  (declarations as Partial<Record<Vendor, VendorDeclaration>>)[vendor] ?? {};

describe("the folders of hosts", () => {
  it("are those that the table names", () => {
    expect(folders.sort()).toEqual([...vendors].sort());
  });

  it.each(vendors)("%s has no file that exports a part in vain", (vendor) => {
    const files = readdirSync(`hosts/${vendor}`);
    expect(files).toContain("index.ts");
    const collected = tables.map(({ file }) => file);
    expect(collected.filter((file) => files.includes(file)).length).toBeGreaterThan(1);
  });

  it.each(vendors)("%s serves sites or runs services, by a file or in its cloud", (vendor) => {
    const { site, service } = factsOf(vendor);
    expect(site ?? service).toBeDefined();
    const { site: rendersSite, service: rendersService } = renderingOf(vendor);
    const { hosting, site: declaresSite, service: declaresService } = declarationOf(vendor);
    // A site that is declared in a cloud is a spec first as well, which its host is asked about.
    expect(rendersSite !== undefined).toBe(site !== undefined && hosting === undefined);
    expect((hosting ?? declaresSite) !== undefined).toBe(site?.managed === true);
    expect(rendersService !== undefined).toBe(service?.managed === false);
    expect(declaresService !== undefined).toBe(service?.managed === true);
  });
});
