import { randomBytes } from "node:crypto";
import type { Reach } from "../../operations/reach";
import { reachOver } from "../../operations/reach";
import { parseJson } from "../../core/json";
import { isPropertyMap } from "../../core/value";
import type { OpenEdge } from "../../sandbox/client";
import { UserError } from "../../core/errors";

/** What a drill does to a cloud of this machine that no operation does to a real one: it ships what is bad. */
export class DrillCloud {
  readonly #reach: Reach;

  constructor(
    private readonly edge: OpenEdge,
    /** The way to the hosts. */
    readonly hosts: Reach,
    timeoutMs: number,
  ) {
    this.#reach = reachOver({ timeoutMs });
  }

  /** Deploys a commit that never was, and serves it to everybody; answers the deployment. */
  async shipFrontend(project: string): Promise<string> {
    const sha = randomBytes(20).toString("hex");
    const body = { project, target: "production", gitSource: { sha, ref: "drill" } };
    const id = textOf(await this.#vercel("/v13/deployments", body), "id");
    const path = `/projects/${encodeURIComponent(project)}`;
    await this.#vercel(`/v10${path}/promote/${id}`, {});
    // Where the project rolls releases out by stages, at once to the last one: a drill is about visitors, not a tenth of them.
    await this.#vercel(`/v1${path}/rolling-release/complete`, { canaryDeploymentId: id }, [400]);
    return id;
  }

  /** Whether a visitor is served well at this moment. */
  async isServed(url: string): Promise<boolean> {
    try {
      const { status } = await this.hosts.ask(url);
      return status >= 200 && status < 400;
    } catch {
      return false;
    }
  }

  watch(stack: string, seconds: number) {
    return this.edge.watch(stack, seconds);
  }

  async #vercel(path: string, body: object, allowed: readonly number[] = []): Promise<string> {
    const answer = await this.#reach.ask(`${this.edge.apis.vercel}${path}`, {
      method: "POST",
      headers: { authorization: "Bearer sandbox", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { status } = answer;
    if ((status >= 200 && status < 300) || allowed.includes(status)) return answer.body;
    const found = `the sandbox answered ${status} to POST ${path}`;
    throw new UserError([{ where: {}, found, fix: "bring the stack up there first" }], 2);
  }
}

function textOf(body: string, name: string): string {
  const answer = parseJson(body);
  const value = isPropertyMap(answer) ? answer[name] : undefined;
  if (typeof value === "string") return value;
  throw new Error(`the sandbox answered without ${name}`);
}
