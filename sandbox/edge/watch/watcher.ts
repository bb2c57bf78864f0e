import { type Estate } from "../estate/estate";
import { type Alarm, type AlarmState, type HealthCheck } from "../estate/watching";
import { type Datapoint, stateOf } from "./alarm";
import { afterAnswer, afterChildren, asResolved, type CheckStatus, isDue, unasked } from "./health";
import { type WatchEvent } from "./events";
import { type InboxMessage, messagesOf } from "./notify";
import { ruleHolds } from "./rule";

export interface WatcherOptions {
  estate: () => Estate;
  /** Asks a host once. */
  probe: (check: HealthCheck, checker: number) => Promise<boolean>;
  deliver: (messages: readonly InboxMessage[]) => void;
  /** When the clock of the watch starts, in milliseconds. */
  start: number;
}

/** Seconds from one look to the next: no check is asked more often. */
const tick = 10;
const metric = { namespace: "AWS/Route53", name: "HealthCheckStatus" } as const;
/** Of a metric, in milliseconds: the longest period of an alarm here, and a little more. */
const kept = 2 * 3_600_000;

/**
 * Route 53 and CloudWatch for one cloud. Hosts are really asked; the time between is that of a clock which only
 * `advance` moves, so that minutes pass in moments.
 */
export class Watcher {
  #now: number;
  #asked = 0;
  readonly #checks = new Map<string, CheckStatus>();
  readonly #points = new Map<string, Datapoint[]>();
  readonly #alarms = new Map<string, AlarmState>();

  constructor(private readonly options: WatcherOptions) {
    this.#now = options.start;
  }

  /** The clock of the watch, in milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** What DNS goes by. */
  isHealthy(id: string, ttl: number): boolean {
    return asResolved(this.#statusOf(id), ttl, this.#now);
  }

  statusOf(id: string): boolean {
    return this.#statusOf(id).healthy;
  }

  stateOf(alarm: string): AlarmState {
    return this.#alarms.get(alarm) ?? "INSUFFICIENT_DATA";
  }

  /** Lets so many seconds pass for the checks and alarms of a stack, and tells what changed. */
  async advance(stack: string, seconds: number): Promise<WatchEvent[]> {
    const end = this.#now + seconds * 1000;
    const events: WatchEvent[] = [];
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + tick * 1000);
      events.push(...(await this.#look(stack)));
    }
    return events;
  }

  async #look(stack: string): Promise<WatchEvent[]> {
    const { healthChecks, alarms, subscriptions } = this.options.estate();
    const checks = healthChecks.filter((check) => check.stack === stack);
    const changes = [
      ...(await this.#ask(checks.filter(({ type }) => type !== "CALCULATED"))),
      ...this.#count(checks.filter(({ type }) => type === "CALCULATED")),
    ];
    const events = changes.map((check) =>
      this.#event("health", addressOf(check), this.statusOf(check.id) ? "healthy" : "unhealthy"),
    );
    for (const change of this.#judge(alarms.filter((alarm) => alarm.stack === stack))) {
      events.push(this.#event("alarm", change.alarm.name, change.to));
      const messages = messagesOf(change, subscriptions);
      this.options.deliver(messages);
      events.push(...messages.map(({ to, subject }) => this.#event("message", to, subject)));
    }
    return events;
  }

  /** Asks the hosts whose turn it is, all at once; answers the checks that changed. */
  async #ask(checks: readonly HealthCheck[]): Promise<HealthCheck[]> {
    const due = checks.filter(
      (check) => !check.disabled && isDue(check, this.#statusOf(check.id), this.#now),
    );
    const changed = await Promise.all(
      due.map(async (check) => {
        this.#asked += 1;
        const answered = await this.options.probe(check, this.#asked);
        const { threshold, inverted } = check;
        const before = this.#statusOf(check.id);
        const isGood = answered !== inverted;
        return this.#keep(
          check,
          before,
          afterAnswer(before, { isGood, threshold, now: this.#now }),
        );
      }),
    );
    return due.filter((_, index) => changed[index]);
  }

  #count(checks: readonly HealthCheck[]): HealthCheck[] {
    return checks.filter((check) => {
      const before = this.#statusOf(check.id);
      const healthy = check.children.filter((id) => this.statusOf(id)).length;
      const after = afterChildren(before, { healthy, least: check.minHealthy, now: this.#now });
      return this.#keep(check, before, after);
    });
  }

  /** Keeps a status, and publishes it as a metric; answers whether it changed. */
  #keep({ id }: HealthCheck, before: CheckStatus, after: CheckStatus): boolean {
    this.#checks.set(id, after);
    const points = (this.#points.get(id) ?? []).filter(({ at }) => at > this.#now - kept);
    this.#points.set(id, [...points, { at: this.#now, value: after.healthy ? 1 : 0 }]);
    return before.healthy !== after.healthy;
  }

  /** Alarms on health checks first, then those over other alarms. Of other metrics nothing is known here. */
  #judge(alarms: readonly Alarm[]) {
    const isWatched = ({ namespace, metric: name }: Alarm) =>
      namespace === metric.namespace && name === metric.name;
    const lookup = (name: string) => this.stateOf(name);
    return [
      ...alarms.filter(isWatched).map((alarm) => {
        const points = this.#points.get(alarm.dimensions["HealthCheckId"] ?? "") ?? [];
        const state = () =>
          stateOf(alarm, points, { now: this.#now, before: this.stateOf(alarm.name) });
        return { alarm, state };
      }),
      ...alarms.flatMap((alarm) => {
        const { rule } = alarm;
        if (rule === undefined) return [];
        return [{ alarm, state: () => (ruleHolds(rule, lookup) ? "ALARM" : "OK") }];
      }),
    ].flatMap(({ alarm, state }) => {
      const from = this.stateOf(alarm.name);
      const to = state();
      this.#alarms.set(alarm.name, to);
      return from === to ? [] : [{ alarm, from, to, at: this.#now }];
    });
  }

  #statusOf(id: string): CheckStatus {
    return this.#checks.get(id) ?? unasked;
  }

  #event(kind: WatchEvent["kind"], name: string, to: string): WatchEvent {
    return { at: new Date(this.#now).toISOString(), kind, name, to };
  }
}

/** What a check asks; one over others has no host. */
function addressOf({ host, path, id }: HealthCheck): string {
  return host === "" ? id : `${host}${path}`;
}
