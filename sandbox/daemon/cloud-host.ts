import { basename, dirname } from "node:path";
import { homeFiles } from "../client/home";
import { Breakages } from "../edge/breakage/breakages";
import { type Edge } from "../edge/edge";
import { type Ports } from "../client/protocol";
import * as contracts from "../check";
import { Faults } from "../faults/faults";
import { Digester, readKey } from "../ledger/digest";
import { Ledger } from "../ledger/ledger";
import { ManagementApi } from "../management-api/api";
import { ProjectObjects } from "../management-api/objects";
import { ManagementServer } from "../management-api/server";
import { servedPackages, type ServedPackage } from "../server/packages";
import { ProviderServer } from "../server/provider-server";
import { type Complain } from "../server/respond";
import { providerService } from "../server/service";
import { Accounts, cloudView, type Services } from "../server/services";

/** One cloud and the servers of all packages that act on it. */
export class CloudHost {
  readonly #servers = new Map<string, ProviderServer>();
  #management: ManagementServer | undefined;
  #edge: Promise<Edge> | undefined;
  readonly breakages: Breakages;

  private constructor(
    private readonly home: string,
    private readonly packages: readonly ServedPackage[],
    readonly services: Services,
    private readonly options: { basePort?: number; complain: Complain },
  ) {
    this.breakages = new Breakages(homeFiles(home).breakages);
  }

  /** Opens the cloud of a folder and starts every server. Throws `UserError` (2) when a port is taken. */
  static async open(
    home: string,
    options: { basePort?: number; complain: Complain },
  ): Promise<CloudHost> {
    const packages = servedPackages(__filename);
    const host = new CloudHost(home, packages, openCloud(home), options);
    try {
      await host.revive();
      return host;
    } catch (error) {
      host.close();
      throw error;
    }
  }

  get ports(): Ports {
    return Object.fromEntries([...this.#servers].map(([name, server]) => [name, server.port]));
  }

  /** Base URL of what stands in for Supabase's Management and Storage APIs. */
  get supabaseEndpoint(): string {
    return this.#management?.url ?? "";
  }

  /** Packages whose provider died. */
  get down(): string[] {
    return [...this.#servers].filter(([, server]) => !server.alive).map(([name]) => name);
  }

  /** Starts the servers that do not run: all of them at first, later those that died. */
  async revive(): Promise<void> {
    for (const [index, served] of this.packages.entries()) {
      if (!this.#servers.get(served.name)?.alive) await this.#start(served, index);
    }
    this.#management ??= await this.#startManagement();
  }

  /** What the cloud serves to visitors: started when somebody first wants to see it. */
  edge(): Promise<Edge> {
    this.#edge ??= this.#openEdge().catch((error: unknown) => {
      this.#edge = undefined;
      throw error;
    });
    return this.#edge;
  }

  close(): void {
    for (const server of this.#servers.values()) server.kill();
    this.#management?.close();
    this.#edge?.then(
      (edge) => edge.close(),
      () => undefined,
    );
    this.services.ledger.close();
  }

  /** On any free port: the plugin learns of it from the CLI, nobody has to name it. */
  #startManagement(): Promise<ManagementServer> {
    const { ledger, cloud, faults } = this.services;
    const derive = (label: string) => cloud.derive(label);
    const api = new ManagementApi(new ProjectObjects(ledger), derive);
    return ManagementServer.start({ api, faults, complain: this.options.complain });
  }

  /** Loaded when asked for: most runs serve nobody. */
  async #openEdge(): Promise<Edge> {
    const { Edge } = await import("../edge/edge");
    const { ledger, cloud } = this.services;
    const derive = (label: string) => cloud.derive(label);
    const { home, breakages } = this;
    return Edge.open({ home, ledger, breakages, derive, complain: this.options.complain });
  }

  async #start(served: ServedPackage, index: number): Promise<void> {
    const { basePort, complain } = this.options;
    const exit = () => this.#servers.get(served.name)?.kill();
    const service = providerService(served, this.services, { complain, exit });
    const port = basePort === undefined ? 0 : basePort + index;
    this.#servers.set(served.name, await ProviderServer.start(served.name, port, service));
  }
}

function openCloud(home: string): Services {
  const files = homeFiles(home);
  const key = readKey(files.key);
  const ledger = Ledger.open(files.ledger);
  return {
    ledger,
    digester: new Digester(key),
    contracts,
    faults: new Faults(files.faults),
    accounts: new Accounts(),
    cloud: cloudView(ledger, key, projectOf(home)),
  };
}

/** A cloud is kept in `.groundwork/sandbox` of its project; kept elsewhere, its own folder stands for the project's. */
function projectOf(home: string): string {
  const isOfProject = basename(dirname(home)) === ".groundwork";
  return isOfProject ? dirname(dirname(home)) : home;
}
