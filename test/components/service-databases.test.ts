import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { ContainerService, type ServiceArgs } from "../../components/services";
import { serviceHosts, serviceVendors } from "../../hosts/services";
import { anArg, aSpec, aWorker, blueprint, filesOf } from "../render/hosts/services";
import { onMocks } from "../support/mocks";

const database = { plan: "pro-4gb", version: 17 };
const declare = (over: Partial<ServiceArgs>) =>
  onMocks(
    () =>
      new ContainerService("services", {
        tier: "prod",
        services: { api: anArg({ vendor: "render", database, ...over }) },
      }),
  );

// Requirement: HOST-15, HOST-16
describe("the database of a service", () => {
  it("is in render.yaml, in the region of its service, closed to everybody outside", () => {
    const full = { ...database, diskGb: 10, highAvailability: true };
    const api = aSpec({ vendor: "render", database: full, env: { A: "1" } });
    const jobs = aWorker({
      vendor: "render",
      app: "jobs",
      database,
      regions: ["fra"],
      primaryRegion: "fra",
    });
    const { services, databases } = blueprint.parse(
      parseYaml(filesOf({ api, jobs })[0]?.text ?? ""),
    );
    expect(databases).toEqual([
      {
        ...{ name: "shop-api-db", plan: "pro-4gb", region: "virginia" },
        ...{ postgresMajorVersion: "17", diskSizeGB: 10 },
        highAvailability: { enabled: true },
        ipAllowList: [],
      },
      {
        ...{ name: "jobs-db", plan: "pro-4gb", region: "frankfurt" },
        ...{ postgresMajorVersion: "17", diskSizeGB: 5, ipAllowList: [] },
      },
    ]);
    const told = (name: string) => ({
      key: "DATABASE_URL",
      fromDatabase: { name, property: "connectionString" },
    });
    expect(services.map(({ envVars }) => envVars)).toEqual([
      [{ key: "PORT", value: "3000" }, told("shop-api-db"), { key: "A", value: "1" }],
      [told("jobs-db")],
    ]);
  });

  it.each(serviceVendors)(
    "is a gap on %s, which says what happens instead and what to do",
    (vendor) => {
      const gaps = (aSpec({ vendor, database }).gaps ?? []).filter(
        ({ capability }) => capability === "database",
      );
      const { database: can } = serviceHosts[vendor].can;
      expect(gaps).toEqual([
        {
          capability: "database",
          arg: "database",
          asked: "Postgres 17, pro-4gb, 5 GB",
          ...(can as object),
        },
      ]);
      const text = filesOf({ api: aSpec({ vendor, database }) })[0]?.text ?? "";
      expect(text.includes("DATABASE_URL")).toBe(vendor === "render");
    },
  );

  it("is none where none is asked for", () => {
    const [file] = filesOf({ api: aSpec({ vendor: "render" }) });
    expect(parseYaml(file?.text ?? "")).not.toHaveProperty("databases");
  });

  it.each<[string, Partial<ServiceArgs>, string]>([
    [
      "a size that Render does not have",
      { database: { ...database, plan: "free" } },
      "services.services.api.database.plan: free; expected a size of Render: basic-256mb, basic-1gb, basic-4gb, pro-4gb, pro-8gb, pro-16gb",
    ],
    [
      "an old version",
      { database: { ...database, version: 9 } },
      "services.services.api.database.version: 9; expected a major version of Postgres from 14 to 18",
    ],
    [
      "a disk between two sizes",
      { database: { ...database, diskGb: 7 } },
      "services.services.api.database.diskGb: 7; expected 1, or a multiple of 5 up to 16000",
    ],
    [
      "a standby of a plan that has none",
      { database: { ...database, plan: "basic-1gb", highAvailability: true } },
      "services.services.api.database.highAvailability: true, with the plan basic-1gb; expected a plan that can have a standby: pro-4gb, pro-8gb, pro-16gb; choose one of these plans, or leave highAvailability out",
    ],
    ...[{ env: { DATABASE_URL: "x" } }, { secrets: ["DATABASE_URL"] }].map(
      (over): [string, Partial<ServiceArgs>, string] => [
        `its address twice: ${Object.keys(over).join()}`,
        over,
        "services.services.api.database: a database, and DATABASE_URL in env or secrets; expected DATABASE_URL from one of them; take DATABASE_URL out: the database sets it",
      ],
    ),
  ])("is refused with %s", async (_, over, message) => {
    await expect(declare(over)).rejects.toThrow(message);
  });
});
