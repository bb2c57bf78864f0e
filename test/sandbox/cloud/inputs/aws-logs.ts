import type { Properties, TestCloud } from "../../server/harness";

export const trailRights = JSON.stringify({
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::audited/AWSLogs/123456789012/*",
    },
  ],
});

/** What the types of logs and functions need to be there, and the least that each takes. */
export async function logInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  await cloud.create("aws:iam/role:Role", "lambda-role", { name: "runs", assumeRolePolicy: "{}" });
  await cloud.create("aws:cloudwatch/logGroup:LogGroup", "kept-group", { name: "/kept" });
  const role = "arn:aws:iam::123456789012:role/runs";
  const made = { name: "kept", role };
  await cloud.create("aws:lambda/function:Function", "kept-function", made);
  await cloud.create("aws:s3/bucket:Bucket", "audited", { bucket: "audited" });
  const policy = { bucket: "audited", policy: trailRights };
  await cloud.create("aws:s3/bucketPolicy:BucketPolicy", "audited-policy", policy);
  const roleArn = role;
  const extendedS3Configuration = { roleArn, bucketArn: "arn:aws:s3:::audited" };
  const delivery = { name: "kept", destination: "extended_s3", extendedS3Configuration };
  const { id: firehoseArn } = await cloud.create(
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    "kept-delivery",
    delivery,
  );
  const endpoint = {
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1",
    endpointType: "REGIONAL",
    securityPolicy: "TLS_1_2",
  };
  const domain = { domainName: "logs.example.com", domainNameConfiguration: endpoint };
  const { id: domainName } = await cloud.create(
    "aws:apigatewayv2/domainName:DomainName",
    "d",
    domain,
  );
  const api = { name: "kept", protocolType: "HTTP" };
  const { id: apiId } = await cloud.create("aws:apigatewayv2/api:Api", "a", api);
  const call = { action: "lambda:InvokeFunctionUrl", principal: "*" };
  return {
    "aws:apigatewayv2/api:Api": api,
    "aws:apigatewayv2/apiMapping:ApiMapping": { apiId, domainName, stage: "$default" },
    "aws:apigatewayv2/domainName:DomainName": { ...domain, domainName: "other.example.com" },
    "aws:cloudtrail/trail:Trail": { name: "calls", s3BucketName: "audited" },
    "aws:cloudwatch/logGroup:LogGroup": { name: "/other" },
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
      name: "Errors",
      logGroupName: "/kept",
      pattern: "ERROR",
      metricTransformation: { name: "Errors", namespace: "shop", value: "1" },
    },
    "aws:cloudwatch/logStream:LogStream": { name: "delivery", logGroupName: "/kept" },
    "aws:cloudwatch/metricStream:MetricStream": {
      ...{ name: "metrics", outputFormat: "json", roleArn, firehoseArn },
      includeFilters: [{ namespace: "shop/prod/web", metricNames: ["Errors"] }],
    },
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": { ...delivery, name: "other" },
    "aws:cloudwatch/queryDefinition:QueryDefinition": { name: "live", queryString: "limit 1" },
    "aws:lambda/function:Function": { name: "other", role },
    "aws:lambda/functionUrl:FunctionUrl": { functionName: "kept", authorizationType: "NONE" },
    "aws:lambda/permission:Permission": { ...call, function: "kept" },
  };
}
