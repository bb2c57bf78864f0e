import { type AlertSeverity, alertSeverities } from "./alerts";

interface Webhook {
  url?: string | undefined;
  secret?: string | undefined;
}

interface Route {
  emails?: readonly string[] | undefined;
  webhooks?: Readonly<Record<string, Webhook>> | undefined;
  slackChannels?: readonly string[] | undefined;
  teamsChannels?: readonly string[] | undefined;
  /** Functions that act: nobody hears by them. */
  lambdas?: readonly string[] | undefined;
}

interface Chat {
  authorized: boolean;
}

interface Pager {
  severities?: readonly AlertSeverity[] | undefined;
}

/** What calls somebody through PagerDuty when nothing is said. */
export const pagedSeverities: readonly AlertSeverity[] = ["critical"];

/** Who is told, whoever declares it. */
export interface AlertRoutes {
  routes: Partial<Record<AlertSeverity, Route | undefined>>;
  chat?: { slack?: Chat | undefined; teams?: Chat | undefined } | undefined;
  /** Who is called, whatever the routes say. */
  pagerduty?: Pager | undefined;
}

/** A fault of the routes; `path` counts from what declares them. */
export interface RouteFault {
  path: string;
  found: string;
  allowed: string;
  fix?: string;
}

const chats = ["slack", "teams"] as const;

/** What is wrong with the routes as a whole: nobody hears of what is critical, or a channel has no chat. */
export function routeFaults(declared: AlertRoutes): RouteFault[] {
  return [
    ...alertSeverities.flatMap((severity) => [
      ...webhookFaults(severity, declared),
      ...channelFaults(severity, declared),
    ]),
    ...(isHeard(declared, "critical") ? [] : [unheard]),
  ];
}

/** Whether a message of that severity reaches somebody: an address, a webhook, a pager, or a chat that lets us in. */
export function isHeard(declared: AlertRoutes, severity: AlertSeverity): boolean {
  const { routes, chat, pagerduty } = declared;
  const route = routes[severity] ?? {};
  return (
    (pagerduty !== undefined && (pagerduty.severities ?? pagedSeverities).includes(severity)) ||
    (route.emails ?? []).length > 0 ||
    Object.keys(route.webhooks ?? {}).length > 0 ||
    chats.some((kind) => channelsOf(route, kind).length > 0 && chat?.[kind]?.authorized === true)
  );
}

const unheard: RouteFault = {
  path: "routes.critical",
  found: "nobody who hears of what is critical",
  allowed: "an e-mail address, a webhook, or a channel of a chat that is authorized",
  fix: "add an address under routes.critical.emails",
};

function webhookFaults(severity: AlertSeverity, { routes }: AlertRoutes): RouteFault[] {
  return Object.entries(routes[severity]?.webhooks ?? {}).flatMap(([name, { url, secret }]) => {
    if ((url === undefined) !== (secret === undefined)) return [];
    const path = `routes.${severity}.webhooks.${name}`;
    const found = url === undefined ? "no address" : "url and secret";
    return [{ path, found, allowed: "either url or secret" }];
  });
}

function channelFaults(severity: AlertSeverity, { routes, chat }: AlertRoutes): RouteFault[] {
  const route = routes[severity] ?? {};
  return chats.flatMap((kind) => {
    if (channelsOf(route, kind).length === 0 || chat?.[kind]) return [];
    const found = "channels, and no chat that they are in";
    const allowed = `channels together with chat.${kind}`;
    return [{ path: `routes.${severity}.${kind}Channels`, found, allowed }];
  });
}

function channelsOf(route: Route, kind: (typeof chats)[number]): readonly string[] {
  return route[`${kind}Channels`] ?? [];
}
