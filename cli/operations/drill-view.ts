import { scenarios } from "../../operations/drill/scenarios";
import type { DrillTarget } from "../../operations/drill/target";
import type { DrillMoments, DrillVerdict } from "../../operations/drill/times";

/** What a drill came to. */
export interface Drilled {
  stack: string;
  target: DrillTarget;
  moments: DrillMoments;
  verdict: DrillVerdict;
  /** What brought the service back. */
  cure: string;
  /** Whom messages would not have reached from AWS. */
  unconfirmed: string[];
}

/** What a drill would do. */
export function planText(stack: string, target: DrillTarget): string {
  const { scenario, host, path, interval, threshold, rtoMinutes, standby } = target;
  return [
    `drill ${scenario} of ${stack}: ${scenarios[scenario].says}`,
    `  breaks   https://${host}${path} on the cloud of this machine`,
    `  seen by  the health check: ${threshold} failures, ${interval} s apart; then its alarm, then a message`,
    ...(standby === undefined ? [] : [`  standby  ${standby}`]),
    `  promised ${rtoMinutes === undefined ? "nothing: no recovery time is declared" : `${rtoMinutes} minutes`}`,
  ].join("\n");
}

export function drillText({ stack, target, moments, verdict, cure, unconfirmed }: Drilled): string {
  const { unhealthy, alarm, message, cure: took, failover, healthy, cleared } = moments;
  const rows: [string, number | undefined, "simulated" | "measured"][] = [
    ["health check failed", unhealthy, "simulated"],
    ["alarm went off", alarm, "simulated"],
    ["message arrived", message, "simulated"],
    ["DNS led elsewhere", failover, "simulated"],
    ["brought back", took, "measured"],
    ["health check good", healthy, "simulated"],
    ["alarm over", cleared, "simulated"],
  ];
  return [
    `drill ${target.scenario} of ${stack}: https://${target.host}${target.path}`,
    ...rows.flatMap(([what, seconds, how]) =>
      seconds === undefined ? [] : [`  ${what.padEnd(20)} ${secondsText(seconds)}  ${how}`],
    ),
    `  ${cure}`,
    ...verdict.misses.map((miss) => `! ${miss}`),
    ...unconfirmed.map((who) => `! ${who} has not confirmed: AWS would not have told them`),
    timesText(verdict),
    "Simulated: the time between two questions of Route 53, and the periods of CloudWatch. Measured: bringing it back.",
    "How long a person takes to act on the message is in neither.",
  ].join("\n");
}

export function drillJson({ stack, target, moments, verdict, cure, unconfirmed }: Drilled): object {
  const simulated = ["unhealthy", "alarm", "message", "failover", "healthy", "cleared"];
  return {
    ...{ operation: "drill", stack, ...target, moments, ...verdict, cure, unconfirmed },
    clocks: { simulated, measured: ["cure"] },
    exitCode: verdict.held ? 0 : 1,
  };
}

function timesText({
  detection,
  recovery,
  simulated,
  measured,
  promised,
  held,
}: Drilled["verdict"]) {
  const known = detection === undefined ? "nobody was told" : `told after ${seconds(detection)}`;
  const back =
    recovery === undefined
      ? "not back"
      : `back after ${seconds(recovery)} (${seconds(simulated)} simulated, ${seconds(measured)} measured)`;
  const against =
    promised === undefined ? "no recovery time is declared" : `${seconds(promised)} are promised`;
  return `${known}, ${back}; ${against}: ${held ? "held" : "not held"}`;
}

const seconds = (value: number): string => `${Number(value.toFixed(1))} s`;
const secondsText = (value: number): string => seconds(value).padStart(8);
