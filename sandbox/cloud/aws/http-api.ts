import { isPropertyMap } from "../../../core/value";
import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Order } from "../resource";

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
const apiType = "aws:apigatewayv2/api:Api";
const domainType = "aws:apigatewayv2/domainName:DomainName";

export const httpApi: CloudResource = {
  type: apiType,
  autonamed: true,
  defaults: {
    apiKeySelectionExpression: "$request.header.x-api-key",
    disableExecuteApiEndpoint: false,
    ipAddressType: "ipv4",
    routeSelectionExpression: "$request.method $request.path",
  },
  computed: ["apiEndpoint", "arn", "executionArn"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  create: ({ inputs, account }) => {
    const id = pick(letters, 10);
    const region = awsRegion(inputs, account);
    return {
      id,
      outputs: {
        apiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`,
        arn: `arn:aws:apigateway:${region}::/apis/${id}`,
        executionArn: `arn:aws:execute-api:${region}:${awsAccountId}:${id}`,
      },
    };
  },
};

/** A host is taken once in a region, and answers under a name of AWS's own, to which its record points. */
export const apiDomain: CloudResource = {
  type: domainType,
  defaults: { routingMode: "API_MAPPING_ONLY" },
  computed: ["apiMappingSelectionExpression", "arn"],
  derive: (order) => ({
    region: awsRegion(order.inputs, order.account),
    tagsAll: allTags(order.inputs, order.account),
    domainNameConfiguration: configurationOf(order),
  }),
  claims: ({ inputs, account }) => {
    const host = text(inputs["domainName"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating API Gateway v2 Domain Name (${host}): operation error ApiGatewayV2: CreateDomainName, ${status}, BadRequestException: The domain name you provided already exists.`;
    return [{ key: `aws:api-domain:${awsRegion(inputs, account)}:${host}`, refusal }];
  },
  create: ({ inputs, account }) => {
    const host = text(inputs["domainName"], "");
    const arn = `arn:aws:apigateway:${awsRegion(inputs, account)}::/domainnames/${host}`;
    return { id: host, outputs: { apiMappingSelectionExpression: "$request.basepath", arn } };
  },
};

function configurationOf({ inputs, account, cloud }: Order) {
  const given = inputs["domainNameConfiguration"];
  const region = awsRegion(inputs, account);
  const label = cloud.derive(`api-domain:${region}:${text(inputs["domainName"], "")}`).slice(0, 10);
  return {
    ...(isPropertyMap(given) ? given : {}),
    hostedZoneId: "Z19DQILCV0OWEC",
    targetDomainName: `d-${label}.execute-api.${region}.amazonaws.com`,
  };
}

export const apiMapping: CloudResource = {
  type: "aws:apigatewayv2/apiMapping:ApiMapping",
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: ({ inputs }) => {
    const status = `https response error StatusCode: 404, RequestID: ${ids.uuid()}`;
    const refused = (what: string) =>
      `creating API Gateway v2 API Mapping (${text(inputs["domainName"], "")}): operation error ApiGatewayV2: CreateApiMapping, ${status}, NotFoundException: Invalid ${what} specified`;
    return [
      { type: domainType, id: inputs["domainName"], refusal: refused("domain name identifier") },
      { type: apiType, id: inputs["apiId"], refusal: refused("API identifier") },
    ];
  },
  create: () => ({ id: pick(letters, 6) }),
};
