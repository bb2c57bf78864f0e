import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import { child, type Component, type Transform } from "../../component";
import { defaults } from "../args";
import type { DnsSpec } from "./dns";
import { edgeConfigVariable, type EdgeConfigSpec } from "./maintenance";
import { ruleRoute } from "./route";
import type { RuleSpec } from "./spec";

/** The last word on each kind of child. */
export interface RoutingTransforms {
  /** Called for the rule of the header baseline, each of `routes` and each of `redirects`. */
  route?: Transform<vercel.ProjectRouteArgs> | undefined;
  /** Called for each DNS record at Vercel. */
  dnsRecord?: Transform<vercel.DnsRecordArgs> | undefined;
  /** The Edge Config store. */
  edgeConfig?: Transform<vercel.EdgeConfigArgs> | undefined;
  /** Called for each item of the store. */
  edgeConfigItem?: Transform<vercel.EdgeConfigItemArgs> | undefined;
}

export interface RulesOrder {
  projectId: pulumi.Output<string>;
  rules: readonly RuleSpec[];
  /** The rule after which the first one comes; none where the project has no other. */
  after: vercel.ProjectRoute | undefined;
  transforms: RoutingTransforms;
}

/**
 * One routing rule for each spec, each placed after the one before, because Vercel keeps rules in a list. Rule names are
 * unique in a project, so that a replacement must go before it comes.
 */
export function declareRules(parent: Component, order: RulesOrder): void {
  const { projectId, rules } = order;
  const transform = order.transforms.route;
  let previous = order.after;
  for (const rule of rules) {
    const args: vercel.ProjectRouteArgs = {
      projectId,
      name: `${parent.logicalName}-${rule.role}`,
      description: rule.description,
      srcSyntax: rule.syntax,
      position: previous
        ? { placement: "after", referenceRouteId: previous.id }
        : { placement: "start" },
      route: ruleRoute(rule),
    };
    const opts = { transform, deleteBeforeReplace: true };
    previous = new vercel.ProjectRoute(...child(parent, rule.role, args, opts));
  }
}

/** Declares the records of the hosts whose zone is at Vercel. */
export function declareDnsRecords(
  parent: Component,
  records: readonly DnsSpec[],
  { dnsRecord: transform }: RoutingTransforms,
): void {
  for (const { host, zone, label, type, values, ttl } of records) {
    values.forEach((value, index) => {
      const args: vercel.DnsRecordArgs = {
        ...{ domain: zone, name: label, type, ttl },
        value: type === "CNAME" ? `${value}.` : value,
        comment: `${host}, managed by Pulumi`,
      };
      const opts = { transform, deleteBeforeReplace: true };
      const role = index === 0 ? `dns-${host}` : `dns-${host}-${index + 1}`;
      new vercel.DnsRecord(...child(parent, role, args, opts));
    });
  }
}

/**
 * The store, its items, and the variable by which the app finds them. An item is replaced whenever its value changes, and
 * the store holds one of a name: the old one must go first, or its deletion would take the new one away.
 */
export function declareEdgeConfig(
  parent: Component,
  projectId: pulumi.Output<string>,
  spec: EdgeConfigSpec | undefined,
  transforms: RoutingTransforms,
): void {
  if (!spec) return;
  const { edgeConfig: transform, edgeConfigItem } = transforms;
  const store = new vercel.EdgeConfig(
    ...child<vercel.EdgeConfigArgs>(parent, "edge-config", { name: spec.name }, { transform }),
  );
  for (const [key, valueJson] of Object.entries(spec.items)) {
    const args: vercel.EdgeConfigItemArgs = { edgeConfigId: store.id, key, valueJson };
    const opts = { transform: edgeConfigItem, deleteBeforeReplace: true };
    new vercel.EdgeConfigItem(...child(parent, `edge-config-${key}`, args, opts));
  }
  const token = new vercel.EdgeConfigToken(
    ...child(parent, "edge-config-token", { edgeConfigId: store.id, label: parent.logicalName }),
  );
  declareConnection(parent, projectId, token.connectionString);
}

function declareConnection(
  parent: Component,
  projectId: pulumi.Output<string>,
  connectionString: pulumi.Output<string>,
): void {
  const args: vercel.ProjectEnvironmentVariableArgs = {
    projectId,
    key: edgeConfigVariable,
    value: connectionString,
    targets: [...defaults.variables.targets],
    sensitive: true,
    comment: defaults.variables.comment,
  };
  new vercel.ProjectEnvironmentVariable(
    ...child(parent, edgeConfigVariable, args, { deleteBeforeReplace: true }),
  );
}
