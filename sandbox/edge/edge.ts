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

export interface EdgeOptions {
  home: string;
  ledger: Ledger;
  breakages: Breakages;
  derive: (label: string) => string;
  complain: Complain;
}

/** What a cloud serves to visitors, and the vendors' APIs that decide what that is. */
export class Edge {
  private constructor(
    private readonly server: EdgeServer,
    private readonly apis: ApiServer,
    private readonly authority: Authority,
    readonly world: EdgeWorld,
  ) {}

  static async open(options: EdgeOptions): Promise<Edge> {
    const { home, complain } = options;
    const now = () => new Date();
    const { authority: cert, authorityKey: key } = homeFiles(home);
    const authority = await Authority.open({ cert, key }, now());
    const world = worldOf(options, now);
    const certificates = new Certificates(authority, now);
    const server = await EdgeServer.start({ world, certificates, complain });
    const apis = await ApiServer.start({
      vercel: { projects: () => world.estate().projects, deployments: world.deployments, now },
      fly: { apps: () => world.estate().flyApps, machines: world.machines },
      complain,
    });
    return new Edge(server, apis, authority, world);
  }

  get info(): EdgeInfo {
    const { server, apis, authority } = this;
    return {
      httpsPort: server.httpsPort,
      httpPort: server.httpPort,
      ca: authority.pem,
      apis: { vercel: apis.urlOf("vercel"), fly: apis.urlOf("fly") },
    };
  }

  close(): void {
    this.server.close();
    this.apis.close();
  }
}

function worldOf({ ledger, breakages, derive }: EdgeOptions, now: () => Date): EdgeWorld {
  return {
    estate: estateReader(ledger),
    deployments: new Deployments(ledger, derive, now),
    machines: new Machines(ledger, derive, now),
    breakages,
    windows: new Windows(now),
    isHealthy: () => true,
    now,
  };
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
