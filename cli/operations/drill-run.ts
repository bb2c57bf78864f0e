import { setTimeout as sleep } from "node:timers/promises";
import type { DrillTarget } from "../../operations/drill/target";
import type { DrillMoments } from "../../operations/drill/times";
import type { WatchEvent } from "../../sandbox/client";
import type { DrillCloud } from "./drill-cloud";

/** Seconds of one look: the shortest time between two questions of a check. */
const look = 10;
/** Seconds that a baseline or an end may take to settle. */
const settling = 600;

/** The clock of a drill, and what it saw. */
export class DrillWatch {
  #seconds = 0;
  #brokenAt = 0;
  readonly events: WatchEvent[] = [];
  readonly #unconfirmed = new Set<string>();

  constructor(
    private readonly cloud: DrillCloud,
    private readonly told: {
      stack: string;
      target: DrillTarget;
      /** How many times faster than Route 53 the clock runs; left out, nobody waits. */
      speed: number | undefined;
      tell: (what: string) => void;
    },
  ) {}

  /** Whom messages would not have reached from AWS. */
  get unconfirmed(): string[] {
    return [...this.#unconfirmed].sort();
  }

  /** From here on moments are counted. */
  markBroken(): void {
    this.#brokenAt = this.#seconds;
  }

  /** Seconds since the break. */
  get sinceBreak(): number {
    return this.#seconds - this.#brokenAt;
  }

  /** Lets time pass until something is so, for at most so many seconds; answers whether it is. */
  async until(
    what: string,
    isSo: (news: readonly WatchEvent[]) => boolean | Promise<boolean>,
    most = settling,
  ) {
    const seen: WatchEvent[] = [];
    for (let passed = 0; passed < most; passed += look) {
      const { events, unconfirmed } = await this.cloud.watch(this.told.stack, look);
      this.#seconds += look;
      this.told.tell(`${what}: ${this.#seconds} s on the clock of the watch`);
      for (const one of unconfirmed) this.#unconfirmed.add(one);
      seen.push(...events);
      this.events.push(...events);
      if (this.told.speed !== undefined) await sleep((look * 1000) / this.told.speed);
      if (await isSo(seen)) return true;
    }
    return false;
  }
}

/** Waits for the check, the alarm and the message that a break has to cause. */
export async function detected(watch: DrillWatch, { host, path }: DrillTarget) {
  const moments: Pick<DrillMoments, "unhealthy" | "alarm" | "message"> = {};
  const note = (key: keyof typeof moments, isThere: boolean) => {
    if (isThere) moments[key] ??= watch.sinceBreak;
  };
  await watch.until(`waiting for the alarm on ${host}`, (events) => {
    const down = events.some(
      ({ kind, name, to }) => kind === "health" && name === `${host}${path}` && to === "unhealthy",
    );
    note("unhealthy", down);
    const alarm = down
      ? events.find(({ kind, to }) => kind === "alarm" && to === "ALARM")
      : undefined;
    note("alarm", alarm !== undefined);
    note(
      "message",
      events.some(
        ({ kind, to }) =>
          kind === "message" && alarm !== undefined && to.includes(`"${alarm.name}"`),
      ),
    );
    return moments.message !== undefined;
  });
  return moments;
}

/** Waits until the check is good and no alarm is left. */
export async function cleared(watch: DrillWatch, { host, path }: DrillTarget) {
  const moments: Pick<DrillMoments, "healthy" | "cleared"> = {};
  await watch.until(`waiting for the end of the alarm on ${host}`, (events) => {
    const up = events.some(
      ({ kind, name, to }) => kind === "health" && name === `${host}${path}` && to === "healthy",
    );
    if (up) moments.healthy ??= watch.sinceBreak;
    const over = up && events.some(({ kind, to }) => kind === "alarm" && to === "OK");
    if (over) moments.cleared ??= watch.sinceBreak;
    return over;
  });
  return moments;
}
