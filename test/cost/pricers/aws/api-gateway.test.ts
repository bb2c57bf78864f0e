import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* us-east-1, https://aws.amazon.com/api-gateway/pricing/ */

function api(protocolType: Value, name = "api") {
  return declared("aws:apigatewayv2/api:Api", name, { protocolType });
}

describe("the price of APIs", () => {
  it.each([
    [300_000_000, "300"], // 300 million × $1.00
    [300_010_000, "300.009"], // 0.01 million more at $0.90
    [299_990_000, "299.99"],
  ])("is $1.00 a million requests, and $0.90 beyond 300 million: %i", (requests, expected) => {
    expect(total(billed([api("HTTP")], { usage: { "compute.apiRequests": requests } }))).toBe(
      expected,
    );
  });

  it("is messages and open minutes of a WebSocket API, divided among those alone", () => {
    const bill = billed([api("HTTP", "plain"), api("WEBSOCKET", "socket")], {
      usage: {
        "compute.apiRequests": 0,
        "compute.socketMessages": 2_000_000,
        "compute.socketMinutes": 4_000_000,
      },
    });
    expect(lines(bill)).toEqual([
      "api-gateway-http-requests 0 0",
      "api-gateway-connection-minutes 4 1", // 4 × $0.25
      "api-gateway-messages 2 2", // 2 × $1.00
    ]);
  });

  it.each<[Value, string]>([
    [UNKNOWN, "protocolType is not known before the update"],
    ["MQTT", 'no price of the protocol "MQTT" is known here'],
  ])("is not told of %j", (protocol, reason) => {
    expect(unpriced(billed([api(protocol)]))).toEqual([reason]);
  });

  it("is nothing for names and mappings", () => {
    const parts = [
      declared("aws:apigatewayv2/domainName:DomainName", "name"),
      declared("aws:apigatewayv2/apiMapping:ApiMapping", "mapping"),
    ];
    expect(free(billed(parts))).toHaveLength(2);
  });
});
