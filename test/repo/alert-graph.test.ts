import { beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { stacks } from "../config/support";
import { AlertGraph } from "./support/alert-graph";
import { type Declared, declaredStacks } from "./support/stacks";

let declared: Declared;
beforeAll(async () => void (declared = await declaredStacks()), 60_000);

// Requirement: ALRT-10, ALRT-12
describe("whoever should hear of an alarm", () => {
  it.each(stacks)("hears of every alarm of %s", (stack) => {
    const graph = new AlertGraph(declared[stack]);
    expect(graph.alarms.length).toBeGreaterThan(3);
    expect(graph.unheard()).toEqual([]);
  });

  it.each(stacks)("hears of it in %s by a topic of the alarm's own region", (stack) => {
    expect(new AlertGraph(declared[stack]).astray()).toEqual([]);
  });

  it("has every health check of prod watched by an alarm", () => {
    const graph = new AlertGraph(declared.prod);
    const checks = declared.prod.filter(
      ({ type }) => type === "aws:route53/healthCheck:HealthCheck",
    );
    const silent = checks.filter(({ urn }) => graph.watching(urn).length === 0);
    expect(checks.length).toBeGreaterThan(0);
    // One that counts others is watched by itself or is what others are counted by.
    const counted = new Set(
      checks.flatMap(({ propertyDependencies }) => propertyDependencies["childHealthchecks"] ?? []),
    );
    expect(silent.filter(({ urn }) => !counted.has(urn)).map(({ name }) => name)).toEqual([]);
  });
});

describe("the graph of alarms", () => {
  const topic = resource("aws:sns/topic:Topic", "topic");
  const told = resource("aws:sns/topicSubscription:TopicSubscription", "mail", {
    topic: [topic.urn],
  });
  const alarm = resource("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", {
    alarmActions: [topic.urn],
  });
  const silent = resource("aws:cloudwatch/metricAlarm:MetricAlarm", "silent");
  const made = resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", "made", {
    alarmActions: [topic.urn],
    alarmRule: [silent.urn],
  });

  it.each([
    ["an alarm without a topic", [topic, told, silent], ["silent"]],
    ["an alarm whose topic has no listener", [topic, alarm], ["alarm"]],
    [
      "an alarm whose composite alarm is not heard either",
      [topic, silent, made],
      ["silent", "made"],
    ],
    ["nothing where topic and listener are there", [topic, told, alarm], []],
    ["nothing where a composite alarm tells of it", [topic, told, silent, made], []],
  ])("finds %s", (_, resources, unheard) => {
    expect(new AlertGraph(resources).unheard()).toEqual(unheard);
  });

  it("finds an alarm that sends to another region", () => {
    const elsewhere = { ...alarm, inputs: { region: "us-east-1" } };
    expect(new AlertGraph([topic, told, elsewhere]).astray()).toEqual(["alarm"]);
  });
});

function resource(
  type: string,
  name: string,
  propertyDependencies: Record<string, string[]> = {},
): DeclaredResource {
  const urn = `urn:pulumi:prod::p::${type}::${name}`;
  return { urn, type, name, custom: true, protect: false, inputs: {}, propertyDependencies };
}
