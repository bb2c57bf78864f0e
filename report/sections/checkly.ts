import type { DeclaredResource } from "../../core/resource";
import type { PropertyMap } from "../../core/value";
import type { ReportedAlarm, ReportedCheck } from "../section-model";
import { type Declared, itemsAt, textAt } from "./declared";

const checkType = "checkly:index/check:Check";
const groupType = "checkly:index/checkGroup:CheckGroup";
const channelType = "checkly:index/alertChannel:AlertChannel";

/** A check at Checkly and the host that its request asks, in lower case; undefined where a script says it alone. */
interface ChecklyCheck extends ReportedCheck {
  host: string | undefined;
}

/** Checks that run. What Checkly finds it tells by itself: each is its own alarm where a channel hears of it. */
export function checklyChecks(stack: Declared): ChecklyCheck[] {
  const told = new Set(checklyAlarms(stack).map(({ urn }) => urn));
  return running(stack).map(({ urn, type, name, inputs }) => {
    const address = textAt(inputs, "request", "url") ?? "";
    const everySeconds = Number(textAt(inputs, "frequency")) * 60;
    return {
      ...{ urn, type, name, address },
      ...(everySeconds > 0 && { everySeconds }),
      alarms: told.has(urn) ? [urn] : [],
      host: URL.canParse(address) ? new URL(address).hostname : undefined,
    };
  });
}

/** Those that tell somebody, by themselves or by their group, with whom. */
export function checklyAlarms(stack: Declared): ReportedAlarm[] {
  const routes = routesOf(stack);
  return running(stack).flatMap((check) => {
    const { urn, type, name } = check;
    const groups = stack
      .ofType(groupType)
      .filter((group) => stack.namedBy("groupId", group).includes(check));
    const tellers = [check, ...groups].filter(tells);
    if (tellers.length === 0) return [];
    const all = tellers.flatMap((one) => routes.get(one.urn) ?? []);
    const who = all.length > 0 ? [...new Set(all)].sort() : ["a channel of Checkly"];
    return [{ urn, type, name, class: "uptime", through: [], routes: who }];
  });
}

const running = (stack: Declared): readonly DeclaredResource[] =>
  stack
    .ofType(checkType)
    .filter(
      ({ inputs }) => textAt(inputs, "activated") === "true" && textAt(inputs, "muted") !== "true",
    );

const tells = ({ inputs }: DeclaredResource): boolean =>
  itemsAt(inputs, "alertChannelSubscriptions").some((one) => textAt(one, "activated") === "true");

/** Whom the channels tell of each check and group that subscribes them, by URN. */
function routesOf(stack: Declared): ReadonlyMap<string, readonly string[]> {
  const byUrn = new Map<string, string[]>();
  for (const channel of stack.ofType(channelType)) {
    for (const { urn } of stack.namedBy("alertChannelSubscriptions", channel)) {
      byUrn.set(urn, [...(byUrn.get(urn) ?? []), routeOf(channel.inputs)]);
    }
  }
  return byUrn;
}

/** Without the path of an address: it can be a key. */
function routeOf(inputs: PropertyMap): string {
  const address = textAt(inputs, "email", "address");
  if (address !== undefined) return `e-mail ${address}`;
  const url = textAt(inputs, "webhook", "url") ?? "";
  if (URL.canParse(url)) return `webhook ${new URL(url).host}`;
  const kind = ["slack", "pagerduty", "opsgenie", "sms", "webhook"].find(
    (name) => inputs[name] !== undefined && inputs[name] !== null,
  );
  return kind === undefined ? "a channel of Checkly" : `${kind} by Checkly`;
}
