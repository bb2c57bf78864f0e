import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { ContainerService, type ServiceArgs } from "../../components/services";
import { serviceHosts, serviceVendors, type ServiceVendor } from "../../hosts/services";
import { onMocks } from "../support/mocks";
import { anArg, aSpec, filesOf } from "../render/hosts/services";

const disk = { path: "/data", sizeGb: 10 };
const one = { min: 1, max: 1 };
const textOf = (vendor: ServiceVendor, over: Partial<ServiceArgs> = {}) =>
  filesOf({ api: aSpec({ vendor, disk, ...over }) })[0]?.text ?? "";
const declare = (over: Partial<ServiceArgs>) =>
  onMocks(
    () =>
      new ContainerService("services", {
        tier: "prod",
        services: { api: anArg({ disk, ...over }) },
      }),
  );

// Requirement: HOST-15, HOST-16
describe("the disk of a service", () => {
  it.each(serviceVendors)("is in the file of %s, or a gap says what happens instead", (vendor) => {
    const { gaps = [] } = aSpec({ vendor, disk });
    const gap = gaps.find(({ capability }) => capability === "disk");
    const { disk: can } = serviceHosts[vendor].can;
    expect(textOf(vendor).includes("/data")).toBe(vendor === "fly" || vendor === "render");
    expect(gap && { asked: gap.asked, instead: gap.instead }).toEqual(
      can === true ? undefined : { asked: "10 GB at /data", instead: can.instead },
    );
  });

  it("is a volume of each machine on Fly, by a name that Fly takes", () => {
    expect(parseToml(textOf("fly"))).toMatchObject({
      deploy: { strategy: "rolling" },
      mounts: [{ source: "shop_api_data", destination: "/data", initial_size: "10gb" }],
    });
    const { mounts } = parseToml(textOf("fly", { app: `a-${"b".repeat(60)}` })) as {
      mounts: { source: string }[];
    };
    expect(mounts[0]?.source).toMatch(/^[a-z0-9_]{1,30}$/);
  });

  it("is that of the one instance on Render", () => {
    const { services } = parseYaml(textOf("render")) as { services: object[] };
    expect(services).toMatchObject([
      { numInstances: 1, disk: { name: "shop_api_data", mountPath: "/data", sizeGB: 10 } },
    ]);
  });

  it("is none where none is asked for", () => {
    for (const vendor of serviceVendors)
      expect(textOf(vendor, { disk: undefined })).not.toContain("/data");
    expect(aSpec().strategy).toBe("bluegreen");
  });

  it.each<[string, Partial<ServiceArgs>, string]>([
    ["a path that is none", { disk: { ...disk, path: "data" } }, "disk.path"],
    ["the root", { disk: { ...disk, path: "/" } }, "disk.path"],
    ["no room", { disk: { ...disk, sizeGb: 0 } }, "disk.sizeGb"],
    ["too much", { disk: { ...disk, sizeGb: 501 } }, "disk.sizeGb"],
    ["a release with two machines at a time", { strategy: "bluegreen" }, "strategy"],
    ["several instances on Render", { vendor: "render", scale: { min: 1, max: 2 } }, "scale.max"],
  ])("is refused with %s", async (_, over, path) => {
    await expect(declare({ scale: one, ...over })).rejects.toThrow(`services.services.api.${path}`);
  });

  it("may be one for each of several machines on Fly", async () => {
    await expect(declare({ scale: { min: 2, max: 2 } })).resolves.toBeDefined();
  });
});
