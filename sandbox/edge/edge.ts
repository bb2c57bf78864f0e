import { appendFileSync } from "node:fs";
import { homeFiles } from "../client/home";
import { type EdgeInfo } from "../client/protocol";
import { type Ledger } from "../ledger/ledger";
import { type Complain } from "../server/respond";
import { ApiServer } from "./apis/server";
import { type Breakages } from "./breakage/breakages";
import { Machines } from "./deployments/machines";
import { Deployments } from "./deployments/store";
import { type Estate, estateOf } from "./estate/estate";
import { Windows } from "./routing/firewall";
import { type EdgeWorld } from "./serve";
import { EdgeServer } from "./server";
import { Authority } from "./tls/authority";
import { Certificates } from "./tls/certificates";
import { type Watched } from "./watch/events";
import { type InboxMessage } from "./watch/notify";
import { probe } from "./watch/probe";
import { Watcher } from "./watch/watcher";

export interface EdgeOptions {
  home: string;
  ledger: Ledger;
  breakages: Breakages;
  derive: (label: string) => string;
  complain: Complain;
}

interface Parts {
  server: EdgeServer;
  apis: ApiServer;
  authority: Authority;
  world: EdgeWorld;
  watcher: Watcher;
}

/** What a cloud serves to visitors, and the vendors' APIs that decide what that is. */
export class Edge {
  private constructor(private readonly parts: Parts) {}

  static async open(options: EdgeOptions): Promise<Edge> {
    const { home, complain } = options;
    const now = () => new Date();
    const { authority: cert, authorityKey: key } = homeFiles(home);
    const authority = await Authority.open({ cert, key }, now());
    const estate = estateReader(options.ledger);
    const ports = { https: 0, http: 0 };
    const watcher = new Watcher({
      ...{ estate, start: wholeMinute(now()) },
      probe: (check, checker) => probe(check, ports, checker),
      deliver: (messages) => deliver(home, messages),
    });
    const isHealthy = (id: string, ttl: number) => watcher.isHealthy(id, ttl);
    const world: EdgeWorld = { ...worldOf(options, now), estate, isHealthy };
    const certificates = new Certificates(authority, now);
    const server = await EdgeServer.start({ world, certificates, complain });
    Object.assign(ports, { https: server.httpsPort, http: server.httpPort });
    const apis = await ApiServer.start({
      vercel: { projects: () => world.estate().projects, deployments: world.deployments, now },
      fly: { apps: () => world.estate().flyApps, machines: world.machines },
      complain,
    });
    return new Edge({ server, apis, authority, world, watcher });
  }

  get info(): EdgeInfo {
    const { server, apis, authority } = this.parts;
    return {
      httpsPort: server.httpsPort,
      httpPort: server.httpPort,
      ca: authority.pem,
      apis: { vercel: apis.urlOf("vercel"), fly: apis.urlOf("fly") },
    };
  }

  /** Lets time pass for the health checks and alarms of a stack. Hosts are really asked, the time between is not waited for. */
  async watch(stack: string, seconds: number): Promise<Watched> {
    const { watcher, world } = this.parts;
    const events = await watcher.advance(stack, seconds);
    const { healthChecks, subscriptions } = world.estate();
    const heard = new Set(events.filter(({ kind }) => kind === "message").map(({ name }) => name));
    return {
      at: new Date(watcher.now).toISOString(),
      events,
      checks: healthChecks
        .filter((check) => check.stack === stack && check.host !== "")
        .map(({ id, host, path }) => ({ host, path, healthy: watcher.statusOf(id) })),
      unconfirmed: subscriptions
        .filter(({ confirmed, endpoint }) => !confirmed && heard.has(endpoint))
        .map(({ endpoint }) => endpoint),
    };
  }

  close(): void {
    this.parts.server.close();
    this.parts.apis.close();
  }
}

function worldOf({ ledger, breakages, derive }: EdgeOptions, now: () => Date) {
  return {
    deployments: new Deployments(ledger, derive, now),
    machines: new Machines(ledger, derive, now),
    breakages,
    windows: new Windows(now),
    now,
  };
}

/** Periods of alarms are counted from whole minutes. */
const wholeMinute = (moment: Date): number => Math.floor(moment.getTime() / 60_000) * 60_000;

function deliver(home: string, messages: readonly InboxMessage[]): void {
  const lines = messages.map((message) => `${JSON.stringify(message)}\n`);
  if (lines.length > 0) appendFileSync(homeFiles(home).inbox, lines.join(""), { mode: 0o600 });
}

/** Reads the ledger again only after it changed. */
function estateReader(ledger: Ledger): () => Estate {
  let seen = -1;
  let estate: Estate | undefined;
  return () => {
    if (!estate || seen !== ledger.last) estate = estateOf(ledger.objects.all());
    seen = ledger.last;
    return estate;
  };
}
