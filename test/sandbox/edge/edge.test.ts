import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reachOver } from "../../../operations/reach";
import { flyClient } from "../../../operations/vendors/fly";
import { vercelClient } from "../../../operations/vendors/vercel";
import { Breakages } from "../../../sandbox/edge/breakage/breakages";
import { Edge } from "../../../sandbox/edge/edge";
import { app, derive, fly, handMade } from "./hand-made";

let edge: Edge;
let breakages: Breakages;
let home: string;
let complaints: unknown[];

const open = (made = handMade()) => {
  home = made.home;
  complaints = [];
  breakages = new Breakages(join(home, "breakages.json"));
  const complain = (_where: string, error: unknown) => void complaints.push(error);
  return Edge.open({ home, ledger: made.ledger, breakages, derive, complain });
};
beforeEach(async () => void (edge = await open()));
afterEach(() => {
  edge.close();
  expect(complaints).toEqual([]);
});

const reach = () => reachOver({ edge: edge.info, timeoutMs: 10_000 });
const ask = (url: string) => reach().ask(url);
const api = (vendor: "vercel" | "fly") => ({
  ...{ baseUrl: edge.info.apis[vendor], token: "any", backoffMs: 1 },
  reach: reachOver({ timeoutMs: 10_000 }),
});

// Requirement: HDR-13
describe("by HTTPS", () => {
  test("every host has a certificate of the cloud's own authority, kept with a key that only its owner reads", async () => {
    const { certificate } = await ask(`https://${app}/`);
    expect(certificate?.hosts).toEqual([app]);
    const days = (certificate!.validTo.getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    expect(statSync(join(home, "ca-key.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, "ca.pem"), "utf8")).toBe(edge.info.ca);
  });

  test("nobody else trusts it", async () => {
    const other = handMade();
    const second = await Edge.open({
      ...{ home: other.home, ledger: other.ledger, breakages, derive },
      complain: () => undefined,
    });
    const { httpsPort, httpPort } = edge.info;
    const stranger = reachOver({
      edge: { httpsPort, httpPort, ca: second.info.ca },
      timeoutMs: 10_000,
    });
    await expect(stranger.ask(`https://${app}/`)).rejects.toMatchObject({ reason: "certificate" });
    second.close();
  });

  test("a certificate that is broken on purpose ends soon, or has ended", async () => {
    breakages.add({ kind: "certificate", host: app, days: 3 });
    const { certificate } = await ask(`https://${app}/`);
    expect(Math.round((certificate!.validTo.getTime() - Date.now()) / 86_400_000)).toBe(3);
    breakages.mend({});
    breakages.add({ kind: "certificate", host: fly, days: -1 });
    await expect(ask(`https://${fly}/health`)).rejects.toMatchObject({ reason: "certificate" });
  });

  test("a host that is down cuts the connection", async () => {
    breakages.add({ kind: "down", host: app });
    await expect(ask(`https://${app}/`)).rejects.toMatchObject({ reason: "broken answer" });
  });
});

test("by HTTP a host leads to itself by HTTPS", async () => {
  const { status, headers } = await ask(`http://${app}/a?b=c`);
  expect({ status, location: headers["location"] }).toEqual({
    status: 308,
    location: [`https://${app}/a?b=c`],
  });
});

test("the authority is the same after a restart", async () => {
  const { ca } = edge.info;
  edge.close();
  const made = handMade();
  const files = { home, ledger: made.ledger, breakages, derive };
  edge = await Edge.open({ ...files, complain: () => undefined });
  expect(edge.info.ca).toBe(ca);
});

// Requirement: DR-11, REL-04
describe("Vercel's API", () => {
  test("lists, promotes and rolls back deployments as our own client asks it to", async () => {
    const vercel = vercelClient(api("vercel"));
    const { id, production } = await vercel.project("shop");
    const [first] = await vercel.deployments(id);
    expect(first).toMatchObject({ id: production, state: "READY", substate: "PROMOTED" });
    const made = await reachOver({ timeoutMs: 10_000 }).ask(
      `${edge.info.apis.vercel}/v13/deployments`,
      {
        method: "POST",
        headers: { authorization: "Bearer any" },
        body: JSON.stringify({
          project: "shop",
          target: "production",
          gitSource: { sha: "c".repeat(40), ref: "main" },
        }),
      },
    );
    const next = JSON.parse(made.body) as { id: string };
    expect(await vercel.deployment(next.id)).toMatchObject({
      substate: "STAGED",
      sha: "c".repeat(40),
    });
    await vercel.promote(id, next.id);
    expect((await vercel.project(id)).production).toBe(next.id);
    expect(await vercel.rollingRelease(id)).toBeUndefined();
    await vercel.rollback(id, first!.id, "a test");
    expect((await vercel.project(id)).production).toBe(first!.id);
    expect(await vercel.deployment(next.id)).toMatchObject({ substate: "PROMOTED" });
    await expect(vercel.rollback(id, first!.id, "again")).rejects.toThrow("409 conflict");
  });

  test.each([
    ["GET", "/v13/deployments/dpl_none", 404],
    ["POST", "/v10/projects/shop/promote/dpl_none", 404],
    ["POST", "/v13/deployments", 404],
    ["GET", "/v1/nothing", 404],
  ])("answers %s %s with %i", async (method, path, status) => {
    const headers = { authorization: "Bearer any" };
    expect((await fetch(edge.info.apis.vercel + path, { method, headers })).status).toBe(status);
  });

  test("wants a token", async () => {
    expect((await fetch(`${edge.info.apis.vercel}/v6/deployments`)).status).toBe(403);
    expect((await fetch(`${edge.info.apis.fly}/v1/apps/shop-hub/machines`)).status).toBe(401);
  });
});

// Requirement: DR-12
test("Fly's API runs another image on a machine, as our own client asks it to", async () => {
  const client = flyClient(api("fly"));
  const machines = await client.machines("shop-hub");
  expect(machines).toHaveLength(3);
  for (const machine of machines) await client.redeploy("shop-hub", machine, "ghcr.io/a/b:c");
  expect((await client.machines("shop-hub")).map(({ image }) => image)).toEqual(
    Array(3).fill("ghcr.io/a/b:c"),
  );
  expect(JSON.parse((await ask(`https://${fly}/health`)).body)).toMatchObject({
    version: "ghcr.io/a/b:c",
  });
});

// Requirement: UPT-03, UPT-05
test("a watch asks the hosts for real, fills the inbox, and moves DNS", async () => {
  await edge.watch("prod", 90);
  breakages.add({ kind: "down", host: app });
  const { events, checks, unconfirmed } = await edge.watch("prod", 240);
  expect(events.map(({ kind, to }) => `${kind} ${to}`).slice(0, 3)).toEqual([
    "health unhealthy",
    "alarm ALARM",
    'message ALARM: "uptime-app" in us-east-1',
  ]);
  expect(checks).toEqual([{ host: app, path: "/api/health", healthy: false }]);
  expect(unconfirmed).toEqual(["oncall@shop.example"]);
  expect((await ask(`https://${app}/`)).body).toContain("app-backup");
  const lines = readFileSync(join(home, "inbox.jsonl"), "utf8").trim().split("\n");
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ alarm: "uptime-app", state: "ALARM" });
});
