import { z } from "zod";
import { functionArnPattern, functionArnShape } from "../../catalogue/lambda";
import { pagerdutyPlans, pagerdutyRegions } from "../../catalogue/pagerduty";
import { alertSeverities, monitoringLevels } from "../../core/alerts";
import { emailAddress, secretName, text } from "../formats";

const shortName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/,
    "a short name of lower-case letters, digits and hyphens",
  );

const once = (values: readonly string[]) => new Set(values).size === values.length;

const webhook = z
  .strictObject({
    url: z
      .string()
      .regex(/^https:\/\/\S+$/, "an address that begins with https://")
      .optional()
      .describe("The address, unless it holds a credential."),
    secret: secretName.optional().describe("Name of the secret that holds the address."),
    endpointAutoConfirms: z
      .boolean()
      .optional()
      .describe("Whether the other side confirms by itself that it wants the messages.")
      .meta({ default: true }),
  })
  .describe("An HTTPS address that gets every message.");

/** Two of one name would be one resource of the program. */
const namesOnce = (arns: readonly string[]) =>
  once(arns.map((arn) => arn.split(":").slice(6).join(":")));

const routes = z
  .strictObject({
    emails: z
      .array(emailAddress)
      .refine(once, "each address once")
      .optional()
      .describe("Addresses. Each confirms once, by a link that AWS mails."),
    webhooks: z.record(shortName, webhook).optional().describe("Webhooks by a short name."),
    slackChannels: z
      .array(z.string().regex(/^[CG][A-Z0-9]{8,}$/, "the id of a channel, such as C0123456789"))
      .refine(once, "each channel once")
      .optional()
      .describe("Ids of channels in the workspace of chat.slack."),
    teamsChannels: z
      .array(z.string().regex(/^19:\S+$/, "the id of a channel, which begins with 19:"))
      .refine(once, "each channel once")
      .optional()
      .describe("Ids of channels in the team of chat.teams."),
    lambdas: z
      .array(z.string().regex(functionArnPattern, functionArnShape))
      .refine(namesOnce, "each function once")
      .optional()
      .describe("ARNs of functions that act on each message by themselves, of this account."),
  })
  .describe("Who is told.");

const authorized = z
  .boolean()
  .describe("Whether it lets this AWS account in. Done once by hand, in the AWS console.");

const chat = z
  .strictObject({
    slack: z
      .strictObject({
        slackTeamId: z
          .string()
          .regex(/^T[A-Z0-9]{8,}$/, "the id of a workspace, such as T0123456789")
          .describe("Id of the workspace."),
        authorized,
      })
      .optional()
      .describe("The Slack workspace."),
    teams: z
      .strictObject({
        tenantId: z.uuid("the id of a tenant, a UUID").describe("Id of the tenant."),
        teamId: z.uuid("the id of a team, a UUID").describe("Id of the team."),
        authorized,
      })
      .optional()
      .describe("The team in Microsoft Teams."),
  })
  .describe("Where chat channels are.");

const escalation = z
  .strictObject({
    schedules: z
      .array(text("the id or the name of a schedule, such as PABC123"))
      .min(1)
      .refine(once, "each schedule once")
      .describe("Ids or names of schedules: the first is called, then the next."),
    escalateAfterMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .describe("Minutes after which the next schedule is called.")
      .meta({ default: 15 }),
    repeats: z
      .int()
      .min(0)
      .max(9)
      .optional()
      .describe("Times that all schedules are called again.")
      .meta({ default: 2 }),
  })
  .describe("A policy of the stack's own: schedules, called one after the other.");

const pagerduty = z
  .strictObject({
    escalationPolicy: z
      .union([text("the id or the name of an escalation policy, such as PABC123"), escalation])
      .describe("Id or name of a policy that is there already, or the schedules of one made here."),
    severities: z
      .array(z.enum(alertSeverities))
      .min(1)
      .refine(once, "each severity once")
      .optional()
      .describe("Severities that call somebody.")
      .meta({ default: ["critical"] }),
    region: z
      .enum(pagerdutyRegions)
      .optional()
      .describe("Where PagerDuty keeps the account.")
      .meta({ default: "us" }),
    plan: z
      .enum(pagerdutyPlans)
      .optional()
      .describe("The account's plan. Prices follow from it.")
      .meta({ default: "professional" }),
  })
  .describe("Who is called through PagerDuty.");

const override = z
  .strictObject({
    threshold: z.number().optional().describe("Another threshold, in the unit of the table."),
    severity: z.enum(alertSeverities).optional().describe("Another severity."),
    off: text("a reason").optional().describe("Why there is to be no such alarm."),
  })
  .describe("What one alarm is to do otherwise than the table says.");

const mute = z
  .strictObject({
    expression: z
      .string()
      .regex(
        /^(cron\(\S+( \S+){4}\)|at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?\))$/,
        "cron(0 7 * * 0), with five fields, or at(2027-01-31T07:00)",
      )
      .describe("When it begins: cron(…) again and again, at(…) once."),
    duration: z
      .string()
      .regex(
        /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/,
        "a time span such as PT1H or PT30M, a minute at least and 15 days at most",
      )
      .describe("How long it lasts."),
    timezone: z
      .string()
      .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/, "a time zone such as America/Toronto")
      .optional()
      .describe("Whose clock it is.")
      .meta({ default: "UTC" }),
    reason: text("what is done in it").describe("What is done in it."),
  })
  .describe("A time in which alarms tell nobody: announce it first.");

/** Who hears of what, and what is watched. */
export const alertsSection = z
  .strictObject({
    level: z
      .enum(monitoringLevels)
      .optional()
      .describe("How much is watched. Default by tier: basic, standard, enterprise."),
    owner: text("who answers for the alarms: a team or an address")
      .optional()
      .describe("Who answers for the alarms. Default: the owner of the stack."),
    routes: z
      .strictObject({
        critical: routes.optional().describe("Who is woken."),
        warning: routes.optional().describe("Who looks into it during the day."),
        info: routes.optional().describe("Who wants to know."),
      })
      .optional()
      .describe(
        "Who is told, by severity. Left out, the addresses of the budget are told everything.",
      ),
    chat: chat.optional(),
    pagerduty: pagerduty.optional(),
    runbooks: text("an address or a path")
      .optional()
      .describe("Folder of the runbooks. Default: docs/runbooks in the repository of hosting."),
    alarms: z
      .record(shortName, override)
      .optional()
      .describe(
        "What is otherwise than the table of alarms says: by <service>-<alarm>, or by the alarm for all services.",
      ),
    mute: z
      .record(shortName, mute)
      .optional()
      .describe("Maintenance windows by a short name. Alarms about security are never silent."),
  })
  .describe("Who hears of what, and what is watched.");

export type AlertsSection = z.infer<typeof alertsSection>;
