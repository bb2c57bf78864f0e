import { actions, type Grant } from "./grant";

const lambda = (...names: string[]) => actions("lambda", ...names);
const synthetics = (...names: string[]) => actions("synthetics", ...names);
const cloudtrail = (...names: string[]) => actions("cloudtrail", ...names);
const tagging = ["TagResource", "UntagResource"];

const canaryType = "aws:synthetics/canary:Canary";

const acm = (...names: string[]) => actions("acm", ...names);
const cloudfront = (...names: string[]) => actions("cloudfront", ...names);
const certificateType = "aws:acm/certificate:Certificate";

/** Functions, canaries and trails: what does something by itself. */
export const codeGrants: readonly Grant[] = [
  {
    types: ["aws:lambda/function:Function"],
    on: "functions",
    read: lambda(
      "GetFunction",
      "GetFunctionCodeSigningConfig",
      "GetFunctionConfiguration",
      "ListTags",
      "ListVersionsByFunction",
    ),
    write: lambda(
      "CreateFunction",
      "DeleteFunction",
      "DeleteFunctionConcurrency",
      "PutFunctionConcurrency",
      "UpdateFunctionCode",
      "UpdateFunctionConfiguration",
      ...tagging,
    ),
  },
  {
    types: ["aws:lambda/functionUrl:FunctionUrl"],
    on: "functions",
    read: lambda("GetFunctionUrlConfig"),
    write: lambda("CreateFunctionUrlConfig", "DeleteFunctionUrlConfig", "UpdateFunctionUrlConfig"),
  },
  {
    types: ["aws:lambda/permission:Permission"],
    on: "functions",
    read: lambda("GetPolicy"),
    write: lambda("AddPermission", "RemovePermission"),
  },
  {
    // API Gateway calls its actions after HTTP methods. Its APIs have no names in their ARNs.
    types: [
      "aws:apigatewayv2/api:Api",
      "aws:apigatewayv2/apiMapping:ApiMapping",
      "aws:apigatewayv2/domainName:DomainName",
    ],
    on: "apis",
    read: actions("apigateway", "GET"),
    write: actions("apigateway", "DELETE", "PATCH", "POST", "PUT"),
  },
  {
    types: [canaryType],
    on: "canaries",
    read: synthetics("GetCanary", "ListTagsForResource"),
    write: synthetics("DeleteCanary", "StartCanary", "StopCanary", "UpdateCanary", ...tagging),
  },
  { types: [canaryType], on: "everything", write: synthetics("CreateCanary") },
  {
    // Whoever makes a canary makes the function and the layer that it runs as.
    types: [canaryType],
    on: "canaryFunctions",
    write: lambda(
      "AddPermission",
      "CreateFunction",
      "DeleteFunction",
      "DeleteLayerVersion",
      "GetFunctionConfiguration",
      "GetLayerVersion",
      "PublishLayerVersion",
      "PublishVersion",
      "UpdateFunctionCode",
      "UpdateFunctionConfiguration",
    ),
  },
  {
    types: ["aws:s3/bucketObjectv2:BucketObjectv2"],
    on: "canaryObjects",
    read: actions("s3", "GetObject", "GetObjectTagging"),
    write: actions("s3", "DeleteObject", "PutObject", "PutObjectTagging"),
  },
  {
    types: [certificateType, "aws:acm/certificateValidation:CertificateValidation"],
    on: "certificates",
    read: acm("DescribeCertificate", "ListTagsForCertificate"),
    write: acm("AddTagsToCertificate", "DeleteCertificate", "RemoveTagsFromCertificate"),
  },
  { types: [certificateType], on: "everything", write: acm("RequestCertificate") },
  {
    types: ["aws:cloudfront/distribution:Distribution"],
    on: "distributions",
    read: cloudfront("GetDistribution", "ListTagsForResource"),
    write: cloudfront(
      ...["CreateDistribution", "DeleteDistribution", "UpdateDistribution"],
      ...["TagResource", "UntagResource"],
    ),
  },
  {
    types: ["aws:cloudfront/originAccessControl:OriginAccessControl"],
    on: "distributions",
    read: cloudfront("GetOriginAccessControl"),
    write: cloudfront(
      ...["CreateOriginAccessControl", "DeleteOriginAccessControl", "UpdateOriginAccessControl"],
    ),
  },
  {
    types: ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"],
    on: "distributions",
    read: cloudfront("GetResponseHeadersPolicy"),
    write: cloudfront(
      "CreateResponseHeadersPolicy",
      "DeleteResponseHeadersPolicy",
      "UpdateResponseHeadersPolicy",
    ),
  },
  {
    types: ["aws:s3/bucketObjectv2:BucketObjectv2"],
    on: "healthObjects",
    read: actions("s3", "GetObject", "GetObjectTagging"),
    write: actions("s3", "DeleteObject", "DeleteObjectVersion", "PutObject", "PutObjectTagging"),
  },
  {
    types: ["aws:cloudtrail/trail:Trail"],
    on: "trails",
    read: cloudtrail(
      "GetEventSelectors",
      "GetInsightSelectors",
      "GetTrail",
      "GetTrailStatus",
      "ListTags",
    ),
    write: cloudtrail(
      "AddTags",
      "CreateTrail",
      "DeleteTrail",
      "PutEventSelectors",
      "PutInsightSelectors",
      "RemoveTags",
      "StartLogging",
      "StopLogging",
      "UpdateTrail",
    ),
  },
  { types: ["aws:cloudtrail/trail:Trail"], on: "everything", read: cloudtrail("DescribeTrails") },
];
