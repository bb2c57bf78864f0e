import { describe, expect, it } from "vitest";
import { productServices } from "../../../config/derived/services";

const orchestrator = {
  app: "shop-hub",
  org: "shop",
  image: `ghcr.io/shop/hub@sha256:${"0".repeat(64)}`,
  port: 3000,
  checks: { http: { path: "/health" } },
  regions: ["iad" as const],
  primaryRegion: "iad" as const,
  scale: { min: 1, max: 1 },
  limits: { cpus: 1 as const, memoryMb: 256, connections: { hard: 100, soft: 80 } },
};

describe("the services of a product", () => {
  it("are the hosting project, the database and each container service, in the file's order", () => {
    const domains = { "www.example.com": { redirect: "example.com" }, "example.com": {} };
    expect(productServices({ hosting: { domains }, services: { hub: orchestrator } })).toEqual([
      { name: "web", kind: "hosting", host: "example.com", healthPath: "/api/health" },
      { name: "database", kind: "database" },
      { name: "hub", kind: "container", host: "shop-hub.fly.dev", healthPath: "/health" },
    ]);
  });

  it("are workers without a host, whichever vendor runs them", () => {
    const { app, org, image } = orchestrator;
    const services = { mailer: { kind: "worker" as const, app, org, image } };
    expect(productServices({ hosting: {}, services })[2]).toEqual({
      name: "mailer",
      kind: "worker",
    });
  });

  it("have no host to ask where nothing public answers", () => {
    const services = { hub: { ...orchestrator, checks: { tcp: {} } } };
    expect(productServices({ hosting: {}, services })).toEqual([
      { name: "web", kind: "hosting", host: undefined, healthPath: "/api/health" },
      { name: "database", kind: "database" },
      { name: "hub", kind: "container", host: "shop-hub.fly.dev", healthPath: undefined },
    ]);
  });
});
