import type { Inputs } from "./import-ids";

/** How two values of one input are compared: the same, the same but for their case, or lists with an entry in common. */
type Comparison = "same" | "caseless" | "overlapping";

/** Inputs that tell one live thing of a type from all others, each with how it is compared. */
export type Fields = Readonly<Record<string, Comparison>>;

interface Identity {
  /** Sets of inputs, the surest first: a later one is asked where the one before finds nothing. */
  by: readonly Fields[];
  /** Output of another resource that an input is computed from, where it is not that resource's id. */
  from?: Readonly<Record<string, string>>;
  /** The id by which the provider imports it; left out, the vendor's own. */
  importedAs?: (inputs: Inputs, id: string) => string | undefined;
}

const same = (...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, "same" as const]));

const one = (...names: readonly string[]): Identity => ({ by: [same(...names)] });

/** `<project>/<id>`, after the team where one is known. */
const inVercelProject = ({ teamId, projectId }: Inputs, id: string) =>
  isText(projectId) ? [...(isText(teamId) ? [teamId] : []), projectId, id].join("/") : undefined;
const inTeam = ({ teamId }: Inputs, id: string) => (isText(teamId) ? `${teamId}/${id}` : id);
const asProject = ({ teamId, projectId }: Inputs) =>
  isText(projectId) ? [...(isText(teamId) ? [teamId] : []), projectId].join("/") : undefined;
const after =
  (input: string, separator: string) =>
  (inputs: Inputs, id: string): string | undefined => {
    const head = inputs[input];
    // Some vendors' ids are whole already.
    return isText(head)
      ? id.startsWith(`${head}${separator}`)
        ? id
        : `${head}${separator}${id}`
      : undefined;
  };

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/**
 * Types whose ids a vendor makes: what identifies one of them. Checked against the section "Import" of each type's page in the
 * provider's documentation, 2026-11; what is unique within an account is the vendor's rule, from its API documentation.
 */
const identities: Readonly<Record<string, Identity>> = {
  "vercel:index/project:Project": { ...one("name"), importedAs: inTeam },
  "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable": {
    by: [
      { projectId: "same", key: "same", gitBranch: "same", targets: "overlapping" },
      { projectId: "same", key: "same", gitBranch: "same", customEnvironmentIds: "overlapping" },
    ],
    importedAs: inVercelProject,
  },
  "vercel:index/projectRoute:ProjectRoute": {
    by: [same("projectId", "name"), same("projectId", "route.src")],
    importedAs: inVercelProject,
  },
  "vercel:index/customEnvironment:CustomEnvironment": {
    ...one("projectId", "name"),
    importedAs: inVercelProject,
  },
  "vercel:index/edgeConfig:EdgeConfig": { ...one("name"), importedAs: inTeam },
  "vercel:index/logDrain:LogDrain": { ...one("endpoint"), importedAs: inTeam },
  "vercel:index/projectRollingRelease:ProjectRollingRelease": {
    ...one("projectId"),
    importedAs: asProject,
  },
  "vercel:index/projectCrons:ProjectCrons": { ...one("projectId"), importedAs: asProject },
  "vercel:index/dnsRecord:DnsRecord": {
    ...one("domain", "name", "type", "value"),
    importedAs: inTeam,
  },
  "supabase:index/project:Project": one("organizationId", "name"),
  "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets": one("projectRef"),
  "supabase:index/edgeFunction:EdgeFunction": {
    ...one("projectRef", "slug"),
    importedAs: ({ projectRef, slug }) =>
      isText(projectRef) && isText(slug) ? `${projectRef}/${slug}` : undefined,
  },
  "supabase:index/apikey:Apikey": {
    ...one("projectRef", "name"),
    importedAs: after("projectRef", "/"),
  },
  "supabase:index/branch:Branch": one("parentProjectRef", "gitBranch"),
  "github:index/team:Team": { by: [{ name: "caseless" }] },
  "github:index/teamMembers:TeamMembers": one("teamId"),
  "github:index/branchProtection:BranchProtection": {
    ...one("repositoryId", "pattern"),
    from: { repositoryId: "nodeId" },
  },
  "github:index/repositoryRuleset:RepositoryRuleset": {
    ...one("repository", "name"),
    importedAs: after("repository", ":"),
  },
  "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy": one(
    "repository",
    "environment",
    "branchPattern",
  ),
  "github:index/repositoryFile:RepositoryFile": one("repository", "file"),
  "aws:sns/topic:Topic": one("name", "region"),
  "aws:sns/topicSubscription:TopicSubscription": {
    ...one("topic", "protocol", "endpoint"),
    from: { topic: "arn" },
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": one("name", "region"),
  "aws:kms/key:Key": one("description", "region"),
  "aws:kms/alias:Alias": one("name", "region"),
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    ...one("name", "region"),
  },
  "aws:route53/healthCheck:HealthCheck": one("type", "fqdn", "port", "resourcePath"),
  "aws:route53/zone:Zone": one("name"),
  "aws:route53/record:Record": {
    ...one("zoneId", "name", "type", "setIdentifier"),
    from: { zoneId: "zoneId" },
  },
  "aws:budgets/budget:Budget": one("name"),
  "aws:iam/policy:Policy": one("name"),
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": one("url"),
  "aws:backup/plan:Plan": one("name"),
  "aws:backup/selection:Selection": {
    ...one("planId", "name"),
    importedAs: after("planId", "|"),
  },
  "aws:secretsmanager/secret:Secret": one("name", "region"),
  "aws:secretsmanager/secretVersion:SecretVersion": {
    ...one("secretId"),
    from: { secretId: "arn" },
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": one("name"),
  "aws:costexplorer/anomalySubscription:AnomalySubscription": one("name"),
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": one("configurationName"),
  "aws:cloudtrail/trail:Trail": one("name"),
  "aws:lambda/functionUrl:FunctionUrl": one("functionName"),
  "aws:lambda/permission:Permission": {
    ...one("function", "statementId"),
    importedAs: after("function", "/"),
  },
  "aws:apigatewayv2/api:Api": one("name"),
  "aws:apigatewayv2/domainName:DomainName": one("domainName"),
  "aws:apigatewayv2/apiMapping:ApiMapping": {
    ...one("apiId", "domainName"),
    importedAs: (inputs, id) =>
      isText(inputs["domainName"]) ? `${id}/${inputs["domainName"]}` : undefined,
  },
  "aws:acm/certificate:Certificate": one("domainName", "region"),
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    ...one("bucket", "key"),
    importedAs: ({ bucket, key }) =>
      isText(bucket) && isText(key) ? `${bucket}/${key}` : undefined,
  },
};

/** What identifies a live thing of a type whose ids the vendor makes, surest first; none where nothing is known to. */
export function identifyingInputs(type: string): readonly Fields[] {
  return (own(type)?.by ?? []).filter((fields) => Object.keys(fields).length > 0);
}

/** Types whose live things are told apart here. */
export const identifiedTypes: readonly string[] = Object.keys(identities);

/** The output of another resource that an input of this type is computed from. */
export function outputBehind(type: string, input: string): string {
  return own(type)?.from?.[input] ?? outputsBehind[input] ?? "id";
}

/** Whether a live thing is what was declared, by these inputs. Nothing, an empty text and an empty list are one and the same. */
export function fits(fields: Fields, declared: Inputs, live: Inputs): boolean {
  return Object.entries(fields).every(([path, how]) =>
    comparisons[how](at(declared, path), at(live, path)),
  );
}

/** The id by which `pulumi import` finds a live thing of a type, from its vendor's id and where it is. */
export function vendorImportId(type: string, inputs: Inputs, id: string): string | undefined {
  const identity = own(type);
  return identity?.importedAs ? identity.importedAs(inputs, id) : id;
}

/** Types that a vendor lists, by the input that says of what they are a part: what nobody declares of it is foreign. */
export const partsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "vercel:index/project:Project": {
    "vercel:index/projectDomain:ProjectDomain": "projectId",
    "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable": "projectId",
    "vercel:index/projectRoute:ProjectRoute": "projectId",
    "vercel:index/customEnvironment:CustomEnvironment": "projectId",
  },
  "supabase:index/project:Project": {
    "supabase:index/edgeFunction:EdgeFunction": "projectRef",
    "supabase:index/branch:Branch": "parentProjectRef",
  },
  "github:index/repository:Repository": {
    "github:index/repositoryEnvironment:RepositoryEnvironment": "repository",
    "github:index/repositoryRuleset:RepositoryRuleset": "repository",
    "github:index/actionsSecret:ActionsSecret": "repository",
  },
};

/** How a person tells one live thing from another, best first. */
export const namingInputs = [
  ...["key", "domain", "slug", "environment", "secretName", "name", "displayName", "description"],
] as const;

const outputsBehind: Readonly<Record<string, string>> = { arn: "arn", policyArn: "arn" };

const comparisons: Readonly<Record<Comparison, (one: unknown, other: unknown) => boolean>> = {
  same: (one, other) => plain(one) === plain(other),
  caseless: (one, other) => plain(one).toLowerCase() === plain(other).toLowerCase(),
  overlapping: (one, other) =>
    Array.isArray(one) && Array.isArray(other) && one.some((item) => other.includes(item)),
};

function plain(value: unknown): string {
  const nothing = value === undefined || value === null || value === "";
  return nothing ? "" : `${typeof value} ${JSON.stringify(value)}`;
}

function at(inputs: Inputs, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (here, step) =>
        typeof here === "object" && here !== null ? (here as Inputs)[step] : undefined,
      inputs,
    );
}

const own = (type: string): Identity | undefined =>
  Object.hasOwn(identities, type) ? identities[type] : undefined;
