import type { MeterId } from "../../../catalogue/usage";
import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import type { Charge } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import { mapAmounts } from "../../scenarios";
import { knowing, textAt } from "../inputs";

const type = "aws:apigatewayv2/api:Api";

/** What an API is billed by, in millions. */
const billed: Readonly<Record<string, readonly { sku: string; meter: MeterId }[]>> = {
  HTTP: [{ sku: "api-gateway-http-requests", meter: "compute.apiRequests" }],
  WEBSOCKET: [
    { sku: "api-gateway-messages", meter: "compute.socketMessages" },
    { sku: "api-gateway-connection-minutes", meter: "compute.socketMinutes" },
  ],
};

/** An equal part of what all APIs of its protocol do. */
const api: Pricer = (resource, context) => {
  const protocol = textAt(resource, "protocolType") ?? "";
  const charges = billed[protocol];
  if (!charges) return [{ notPriced: `no price of the protocol "${protocol}" is known here` }];
  const alike = byProtocol(context.ofType(type)).get(protocol) ?? [];
  return charges.map(({ sku, meter }): Charge => {
    const used = context.used(meter, resource, alike);
    return {
      sku,
      region: context.awsRegion(resource),
      quantity: mapAmounts(used, (count) => count.div(1_000_000)),
      rests: [meter],
    };
  });
};

const byProtocol = remembered((apis: readonly DeclaredResource[]) =>
  groupBy(apis, (one) => textAt(one, "protocolType") ?? ""),
);

export const awsApiGatewayPricers: Pricers = {
  [type]: knowing(["protocolType"], api),
  ...freeOf(
    [
      "aws:apigatewayv2/apiMapping:ApiMapping",
      "aws:apigatewayv2/authorizer:Authorizer",
      "aws:apigatewayv2/deployment:Deployment",
      "aws:apigatewayv2/domainName:DomainName",
      "aws:apigatewayv2/integration:Integration",
      "aws:apigatewayv2/integrationResponse:IntegrationResponse",
      "aws:apigatewayv2/model:Model",
      "aws:apigatewayv2/route:Route",
      "aws:apigatewayv2/routeResponse:RouteResponse",
      "aws:apigatewayv2/stage:Stage",
    ],
    "part of the API, whose requests are paid",
    "https://aws.amazon.com/api-gateway/pricing/",
  ),
};
