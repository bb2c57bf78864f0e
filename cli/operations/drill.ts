import { performance } from "node:perf_hooks";
import { UserError } from "../../core/errors";
import { type ScenarioName, scenarios } from "../../operations/drill/scenarios";
import { type DrillTarget, drillTarget } from "../../operations/drill/target";
import { drillVerdict } from "../../operations/drill/times";
import { declaredWays } from "../../operations/rollback/declared";
import { breakHost, mendHosts, openEdge } from "../../sandbox/client";
import { type Context, type ExitCode, cloudFolder, projectOf } from "../context";
import { declareStack } from "../declare";
import { programBundle } from "../program-bundle";
import { say } from "../view/say";
import { type Clouds, openClouds } from "./clouds";
import { DrillCloud } from "./drill-cloud";
import { cleared, detected, DrillWatch } from "./drill-run";
import { type Drilled, drillJson, drillText, planText } from "./drill-view";
import { recorded, type Recorder } from "./recorder";
import { carryOut } from "./rollback-carry";
import { type Ground, planRollback } from "./rollback-facts";

export interface DrillFlags {
  scenario: ScenarioName;
  dryRun: boolean;
  /** How many times faster than the clock of Route 53; left out, nobody waits. */
  speed?: number;
}

/** Milliseconds of one question. */
const timeoutMs = 10_000;

// Requirement: DR-02, DR-16, ALRT-15
/**
 * Breaks a service on the cloud of this machine, waits for check, alarm and message, brings it back, and holds the times
 * against what is promised. Exit code 1 where that took too long, or something that should have happened did not.
 */
export async function drill(context: Context, stack: string, flags: DrillFlags): Promise<ExitCode> {
  const project = projectOf(context);
  const program = await programBundle(context, project);
  const { resources } = await declareStack({ project, program }, stack);
  const target = drillTarget(stack, flags.scenario, resources);
  if (flags.dryRun) {
    say(context, planText(stack, target), { stack, target, dryRun: true });
    return 0;
  }
  const ways = declaredWays(resources);
  const ground: Ground = { context, stack, project, ways, team: undefined };
  const told = { context, project, operation: `drill ${flags.scenario}`, stack };
  const done = await recorded({ ...told, dryRun: false, sandbox: true }, (recorder) =>
    onSandbox(context, async (clouds, cloud) =>
      new Drill({ ground, stack, target, clouds, cloud, flags, recorder }).run(),
    ),
  );
  say(context, drillText(done), drillJson(done));
  return done.verdict.held ? 0 : 1;
}

async function onSandbox<T>(
  context: Context,
  run: (clouds: Clouds, cloud: DrillCloud) => Promise<T>,
): Promise<T> {
  const edge = await openEdge(cloudFolder(context));
  const clouds = await openClouds(context, true);
  try {
    return await run(clouds, new DrillCloud(edge, clouds.reach, timeoutMs));
  } finally {
    await clouds.release();
    await edge.release();
  }
}

interface DrillParts {
  ground: Ground;
  stack: string;
  target: DrillTarget;
  clouds: Clouds;
  cloud: DrillCloud;
  flags: DrillFlags;
  recorder: Recorder;
}

/** One drill, from a service that is well to one that is well again. */
class Drill {
  readonly #watch: DrillWatch;
  readonly #progress;
  /** Deployment that served before the drill. */
  #before: string | undefined;

  constructor(private readonly parts: DrillParts) {
    const { ground, stack, target, cloud, flags } = parts;
    this.#progress = ground.context.terminal.progress(`drill ${target.scenario} of ${stack}`);
    const tell = (what: string) => this.#progress.update(what);
    this.#watch = new DrillWatch(cloud, { stack, target, speed: flags.speed, tell });
  }

  async run(): Promise<Drilled> {
    try {
      const done = await this.#inSteps();
      this.#progress.done();
      return done;
    } catch (error) {
      this.#progress.fail();
      throw error;
    }
  }

  async #inSteps(): Promise<Drilled> {
    const { stack, target, recorder } = this.parts;
    await recorder.step("baseline", () => this.#baseline());
    const broken = await recorder.step("break", () => this.#break());
    try {
      const seen = await recorder.step("detect", async () => {
        const moments = await detected(this.#watch, target);
        const said = `told after ${moments.message ?? "no"} s of the watch's clock`;
        return {
          moments,
          result: moments.message === undefined ? "finding" : "done",
          said,
        } as const;
      });
      const cured = await recorder.step("recover", () => this.#recover());
      // Only a vendor that is back ends an outage; a bad release is over once another one is served.
      if (scenarios[target.scenario].breaks === "vendor") await this.#mend(broken.id);
      const ended = await recorder.step("all clear", async () => {
        const moments = await cleared(this.#watch, target);
        const said = `over after ${moments.cleared ?? "no"} s of the watch's clock`;
        return {
          moments,
          result: moments.cleared === undefined ? "finding" : "done",
          said,
        } as const;
      });
      const moments = { ...seen.moments, ...cured.moments, ...ended.moments };
      const verdict = drillVerdict(moments, target.rtoMinutes);
      const { unconfirmed } = this.#watch;
      return { stack, target, moments, verdict, cure: cured.said, unconfirmed };
    } finally {
      await this.#mend(broken.id);
      await broken.restore();
    }
  }

  async #baseline() {
    const { stack, target, cloud } = this.parts;
    const { checks } = await cloud.watch(stack, 10);
    if (!checks.some(({ host }) => host === target.host)) throw notUp(stack);
    await this.#watch.until(
      `${target.host} is asked while all is well`,
      () => this.#watch.sinceBreak >= 120,
    );
    const { url } = this;
    if (await cloud.isServed(url)) return { result: "done", said: `${url} is served` } as const;
    const fix = "mend it with `groundwork sandbox mend`, then drill";
    throw new UserError([{ where: {}, found: `${url} is not served even before the drill`, fix }]);
  }

  get url(): string {
    const { host, path } = this.parts.target;
    return `https://${host}${path}`;
  }

  async #break() {
    const { target, ground, cloud, clouds } = this.parts;
    const { host, scenario } = target;
    const home = cloudFolder(ground.context);
    const { of, breaks } = scenarios[scenario];
    if (breaks === "vendor") {
      const { id } = await breakHost(home, { kind: "down", host });
      this.#watch.markBroken();
      return {
        id,
        restore: nothingToRestore,
        result: "done",
        said: `${host} is down`,
      } as const;
    }
    if (of === "frontend") {
      const project = await clouds.vercel(undefined).project(ground.ways.project ?? "");
      this.#before = project.production;
    }
    const { release, restore } =
      of === "frontend"
        ? {
            release: await cloud.shipFrontend(ground.ways.project ?? ""),
            restore: nothingToRestore,
          }
        : await runningImage(ground, clouds);
    const { id } = await breakHost(home, { kind: "health", host, release });
    this.#watch.markBroken();
    return { id, restore, result: "done", said: `${release} is unhealthy` } as const;
  }

  /** A bad release is taken back by the operation that does so for real; an outage ends as DNS moves. */
  async #recover() {
    const { ground, target, clouds, cloud } = this.parts;
    if (scenarios[target.scenario].breaks === "vendor") return this.#failover();
    const started = performance.now();
    const wish = {
      service: target.service,
      by: "reverse",
      acceptLoss: false,
      to: this.#before,
    } as const;
    const plan = await planRollback(ground, wish, clouds);
    const said = await carryOut(ground, plan, clouds, (what) => this.#progress.update(what));
    const served = await cloud.isServed(this.url);
    const cure = Math.round(performance.now() - started) / 1000;
    return { moments: { cure, served }, result: served ? "done" : "finding", said } as const;
  }

  async #failover() {
    const { target, cloud } = this.parts;
    const page = `https://${target.host}/`;
    const isServed = () => cloud.isServed(page);
    const served = (await isServed()) || (await this.#watch.until("waiting for DNS", isServed));
    const failover = this.#watch.sinceBreak;
    const said = served ? `DNS leads ${target.host} to ${target.standby}` : "DNS did not move";
    return { moments: { failover, served }, result: served ? "done" : "finding", said } as const;
  }

  async #mend(id: number): Promise<void> {
    await mendHosts(cloudFolder(this.parts.ground.context), { id });
  }
}

/** A deployment that was taken back stays where it is: it serves nobody. */
const nothingToRestore = (): Promise<void> => Promise.resolve();

/** What the service runs now, and how to run it again after the drill. */
async function runningImage({ ways }: Ground, clouds: Clouds) {
  const app = ways.containers[0]?.app ?? "";
  const before = await clouds.fly().machines(app);
  const [running] = before;
  if (!running) throw new UserError([{ where: {}, found: `${app} has no machine` }]);
  const restore = async () => {
    for (const machine of await clouds.fly().machines(app)) {
      if (machine.image !== running.image) await clouds.fly().redeploy(app, machine, running.image);
    }
  };
  return { release: running.image, restore };
}

function notUp(stack: string): UserError {
  const found = `the cloud of this machine does not hold what ${stack} declares`;
  const fix = `run npx groundwork up ${stack} --sandbox`;
  return new UserError([{ where: {}, found, fix }]);
}
