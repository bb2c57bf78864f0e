import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserError } from "../../core/errors";
import type { Deployment } from "../../state/checkpoint";
import { lockFolder } from "../../state/file-backend";
import { heal, type HealWorld } from "../../state/heal";
import type { ImportFile } from "../../state/pending";
import { creating, deployment, project, route } from "./support";

/** An engine and a cloud on paper: state, what exists, and every call in order. */
class Paper {
  calls: string[] = [];
  notes: string[] = [];
  imported: ImportFile[] = [];
  salts: (string | undefined)[] = [];
  exists = new Map<string, string[]>();
  stopBefore?: string;

  constructor(
    public state: Deployment,
    private readonly backendUrl = "s3://bucket",
  ) {}

  world(more: Partial<HealWorld> = {}): HealWorld {
    return {
      project: "shop",
      stack: "prod",
      backendUrl: this.backendUrl,
      cwd: "/",
      host: { name: "desk", ownsPids: true, isAlive: () => false, startedAt: () => undefined },
      now: () => new Date("2026-03-01T10:00:00Z"),
      note: (line) => void this.notes.push(line),
      exportDeployment: () => this.call("export", () => structuredClone(this.state)),
      importDeployment: (state) => this.call("import state", () => void (this.state = state)),
      importResources: (file, salt) =>
        this.call("import resources", () => {
          this.salts.push(salt);
          this.adopt(file);
        }),
      refresh: (urns) => this.call(`refresh ${urns.join(" ")}`, () => undefined),
      lookup: ({ urn }) => Promise.resolve(this.exists.get(urn) ?? []),
      ...more,
    };
  }

  urns(): string[] {
    return (this.state.deployment.resources ?? []).map(
      ({ urn, id, delete: going }) => `${urn} ${id}${going ? " going" : ""}`,
    );
  }

  /** As the engine does: adds the resource and keeps the pending create. */
  private adopt(file: ImportFile): void {
    this.imported.push(file);
    const pending = (this.state.deployment.pending_operations ?? []).map(
      ({ resource }) => resource,
    );
    for (const { logicalName, id } of file.resources) {
      const resource = pending.find(({ urn }) => urn.endsWith(`::${logicalName}`));
      if (resource) this.state.deployment.resources?.push({ ...resource, id });
    }
  }

  private call<T>(name: string, work: () => T): Promise<T> {
    if (name === this.stopBefore) return Promise.reject(new Error("killed again"));
    this.calls.push(name);
    return Promise.resolve(work());
  }
}

const pendingBoth = [creating(project()), creating(route())];
const refusalOf = (world: HealWorld) =>
  heal(world).then(
    () => expect.unreachable("it healed"),
    (error: UserError) => error,
  );

describe("healing", () => {
  it("of a state without pending creates only looks", async () => {
    const paper = new Paper(deployment([project({ id: "prj_1" })]));
    await heal(paper.world());
    expect(paper.calls).toEqual(["export"]);
    expect(paper.notes).toEqual([]);
  });

  it("adopts what was made and forgets what was not, saying so", async () => {
    const paper = new Paper(deployment([], pendingBoth));
    paper.exists.set(project().urn, ["prj_1"]);
    await heal(paper.world());
    expect(paper.urns()).toEqual([`${project().urn} prj_1`]);
    expect(paper.state.deployment.pending_operations).toEqual([]);
    expect(paper.calls).toEqual(["export", "import resources", "export", "import state"]);
    expect(paper.notes).toEqual([
      "adopted vercel Project web (prj_1), which a killed run had made",
      "forgot vercel ProjectRoute headers, which a killed run had not made yet",
    ]);
  });

  it("hands over the salt with which the inputs to import are encrypted", async () => {
    const state = deployment([], [creating(project())]);
    state.deployment.secrets_providers = { type: "passphrase", state: { salt: "v1:abc" } };
    const paper = new Paper(state);
    paper.exists.set(project().urn, ["prj_1"]);
    await heal(paper.world());
    expect(paper.salts).toEqual(["v1:abc"]);
    expect(paper.imported[0]?.resources[0]?.inputs).toEqual({ name: "shop" });
  });

  it("starts no import when nothing was made", async () => {
    const paper = new Paper(deployment([], pendingBoth));
    await heal(paper.world());
    expect(paper.calls).toEqual(["export", "export", "import state"]);
    expect(paper.state.deployment.pending_operations).toEqual([]);
  });

  it("puts a replacement that was made in the place of the old one and reads its outputs", async () => {
    const old = project({ id: "old" });
    const paper = new Paper(deployment([old, route({ id: "r" })], [creating(project())]));
    paper.exists.set(old.urn, ["old", "new"]);
    await heal(paper.world());
    expect(paper.urns()).toEqual([`${old.urn} new`, `${old.urn} old going`, `${route().urn} r`]);
    expect(paper.calls).toEqual([
      "export",
      "import state",
      `refresh ${old.urn}`,
      "export",
      "import state",
    ]);
  });

  it.each(["import resources", "import state", "export"])(
    "that is stopped before its first %s can be done again",
    async (stopBefore) => {
      const paper = new Paper(deployment([], pendingBoth));
      paper.exists.set(project().urn, ["prj_1"]);
      paper.stopBefore = stopBefore;
      await heal(paper.world()).catch(() => undefined);
      paper.stopBefore = undefined;
      await heal(paper.world());
      expect(paper.urns()).toEqual([`${project().urn} prj_1`]);
      expect(paper.state.deployment.pending_operations).toEqual([]);
    },
  );

  it("that is stopped before it read what it put in the place of another reads it the next time", async () => {
    const old = project({ id: "old" });
    const paper = new Paper(deployment([old], [creating(project())]));
    paper.exists.set(old.urn, ["old", "new"]);
    paper.stopBefore = `refresh ${old.urn}`;
    await heal(paper.world()).catch(() => undefined);
    paper.stopBefore = undefined;
    await heal(paper.world());
    expect(paper.urns()).toEqual([`${old.urn} new`, `${old.urn} old going`]);
    expect(paper.calls).toContain(`refresh ${old.urn}`);
    expect(paper.state.deployment.pending_operations).toEqual([]);
  });

  it("refuses where nobody can look anything up, and says what to do for each", async () => {
    const paper = new Paper(deployment([], pendingBoth));
    const error = await refusalOf(paper.world({ lookup: () => Promise.resolve(undefined) }));
    expect(error.exitCode).toBe(2);
    expect(error.problems.map(({ where }) => where.path)).toEqual([project().urn, route().urn]);
    expect(error.problems[0]?.found).toBe(
      "a run that still goes on, or was killed, was making vercel Project web, and nobody can tell from here whether it exists",
    );
    expect(error.problems[0]?.fix).toMatch(/^wait for a run that goes on; else look for it/);
    expect(error.problems[0]?.fix).toContain("groundwork recover prod --adopt web=ID");
    expect(error.problems[0]?.fix).toContain("groundwork recover prod --forget web");
    expect(paper.calls).toEqual(["export"]);
  });

  it("changes nothing when one create is a person's to decide", async () => {
    const paper = new Paper(deployment([], pendingBoth));
    paper.exists.set(project().urn, ["a", "b"]).set(route().urn, ["r"]);
    const error = await refusalOf(paper.world());
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain("several exist that the state does not know: a, b");
    expect(paper.calls).toEqual(["export"]);
  });

  it("never shows an input of what it adopts", async () => {
    const secret = project({ inputs: { password: "p4ssw0rd-in-clear" } });
    const paper = new Paper(deployment([], [creating(secret)]));
    paper.exists.set(secret.urn, ["a", "b"]);
    expect(JSON.stringify(await refusalOf(paper.world()))).not.toContain("p4ssw0rd-in-clear");
  });
});

describe("healing and locks", () => {
  let folder: string;
  let locks: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "heal-"));
    locks = lockFolder({ folder, project: "shop", stack: "prod" });
    mkdirSync(locks, { recursive: true });
    const timestamp = "2026-03-01T09:59:00Z";
    const holder = { pid: 4711, username: "ana", hostname: "desk", timestamp };
    writeFileSync(path.join(locks, "a.json"), JSON.stringify(holder));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("removes a dead lock before it touches the state", async () => {
    const paper = new Paper(deployment([]), `file://${folder}`);
    const seen: string[][] = [];
    const exportDeployment = () => {
      seen.push(readdirSync(locks));
      return Promise.resolve(paper.state);
    };
    await heal(paper.world({ exportDeployment }));
    expect(seen).toEqual([[]]);
    expect(paper.notes).toHaveLength(1);
  });

  it("stops at a lock that is held, before it looks at the state", async () => {
    const paper = new Paper(deployment([], pendingBoth), `file://${folder}`);
    const host = { ...paper.world().host, isAlive: () => true };
    const error = await refusalOf(paper.world({ host }));
    expect(error.message).toContain("held by ana@desk (pid 4711) since 1 min, which runs");
    expect(paper.calls).toEqual([]);
  });

  it("leaves locks in backends that are no folder alone", async () => {
    const paper = new Paper(deployment([]), "s3://bucket");
    await heal(paper.world());
    expect(readdirSync(locks)).toEqual(["a.json"]);
  });
});
