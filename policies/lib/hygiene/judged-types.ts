import { statefulTypes } from "../../../catalogue/stateful";
import { providerTypes } from "../provider-types";

const elsewhere = "what it belongs to is judged, and it adds nothing that a rule could ask for";

/** Types of providers about which no rule asks anything, and why none needs to. */
export const nothingToJudge: Readonly<Record<string, string>> = {
  "aws:acm/certificate:Certificate":
    "AWS renews it, and asks nothing of it that could be weak; canaries watch when it ends",
  "aws:acm/certificateValidation:CertificateValidation": elsewhere,
  "aws:apigatewayv2/apiMapping:ApiMapping": elsewhere,
  "aws:apigatewayv2/domainName:DomainName": "AWS takes nothing older than TLS 1.2 for such a host",
  "aws:cloudwatch/alarmMuteRule:AlarmMuteRule":
    "AWS wants an end for each silence; what silences an alarm for good is judged",
  "aws:cloudwatch/logStream:LogStream":
    "its group says how long lines stay and which key encrypts them",
  "aws:cloudwatch/queryDefinition:QueryDefinition": "a saved question changes nothing",
  "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment":
    "the role that it hands to guests is judged, and so is the pool",
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor":
    "what it sees is told by its subscription, which is judged",
  "aws:elasticache/userGroup:UserGroup": "its users are judged, and it adds nothing to them",
  "aws:s3/bucketObjectv2:BucketObjectv2": "a file is as safe as its bucket, which is judged",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls":
    "whoever owns a file, the block of public access keeps it from others, and that is judged",
  "checkly:index/alertChannel:AlertChannel": "who is told is judged with the checks that tell it",
  "github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable":
    "its value is judged with all others by no-plaintext-secrets",
  "github:index/teamMembers:TeamMembers":
    "who is in a team is for people to say; what the team may do is judged",
  "pagerduty:index/schedule:Schedule": "who is on call when is for people to say",
  "sentry:index/sentryIssueAlert:SentryIssueAlert": "which errors are told is for the app to say",
  "sentry:index/sentryKey:SentryKey": "where its address goes is judged",
  "sentry:index/sentryTeam:SentryTeam": "who is in a team is for people to say",
  "supabase:index/apikey:Apikey": "where its value goes is judged",
  "supabase:index/branch:Branch": "it is a copy of a project that is judged",
  "supabase:index/edgeFunction:EdgeFunction": "its code is for tests to judge",
  "vercel:index/customEnvironment:CustomEnvironment": elsewhere,
  "vercel:index/dnsRecord:DnsRecord": "the hosts that it serves are judged as domains",
  "vercel:index/edgeConfig:EdgeConfig": "a few words for the app, which is to bear their loss",
  "vercel:index/edgeConfigItem:EdgeConfigItem":
    "its value is judged with all others by no-plaintext-secrets",
  "vercel:index/edgeConfigToken:EdgeConfigToken": "where its value goes is judged",
  "vercel:index/featureFlagConfig:FeatureFlagConfig": "what users see is for the app to say",
  "vercel:index/featureFlagDefinition:FeatureFlagDefinition":
    "what users see is for the app to say",
  "vercel:index/projectCrons:ProjectCrons": "when jobs run is for the app to say",
  "vercel:index/projectRollingRelease:ProjectRollingRelease":
    "how fast a release rolls out is for its risk to say",
};

const judged: ReadonlySet<string> = new Set([
  ...Object.values<string>(providerTypes),
  ...Object.keys(statefulTypes),
]);

/** Whether a rule asks for resources of this type, or none needs to. Rules about any type at all do not count. */
export function isAccountedFor(type: string): boolean {
  return judged.has(type) || Object.hasOwn(nothingToJudge, type);
}
