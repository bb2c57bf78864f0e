import type { DeclaredResource } from "../../../core/resource";
import type { Charge } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { always, mapAmounts } from "../../scenarios";
import { itemsAt, knowing, textAt } from "../inputs";

const source = "https://aws.amazon.com/secrets-manager/pricing/";
const secretType = "aws:secretsmanager/secret:Secret";

/** A secret, each replica of it like another one, and an equal part of the stack's requests. */
const secret: Pricer = (resource, context) => {
  const region = context.awsRegion(resource);
  const calls = context.used("secrets.apiCalls", resource, context.ofType(secretType));
  return [
    ...[region, ...replicasOf(resource)].map(keptIn),
    {
      sku: "secretsmanager-api",
      region,
      quantity: mapAmounts(calls, (count) => count.div(10_000)),
      rests: ["secrets.apiCalls"],
    },
  ];
};

function keptIn(region: string): Charge {
  return { sku: "secretsmanager-secret", region, quantity: always(1) };
}

function replicasOf(resource: DeclaredResource): string[] {
  return itemsAt(resource, "replicas").map(
    (_, at) => textAt(resource, `replicas[${at}].region`) ?? "",
  );
}

/** Parameters of the standard tier are free; an intelligent one becomes advanced by its size. */
const parameter: Pricer = (resource) => {
  const tier = textAt(resource, "tier") ?? "Standard";
  if (tier === "Advanced") return [{ sku: "ssm-parameter-advanced", quantity: always(1) }];
  if (tier === "Standard") return [{ free: "a parameter of the standard tier", source: ssm }];
  return [{ notPriced: `whether a parameter of the tier ${tier} is paid rests on its size` }];
};

const ssm = "https://aws.amazon.com/systems-manager/pricing/";

export const awsSecretsPricers: Pricers = {
  [secretType]: knowing(["replicas"], secret),
  "aws:ssm/parameter:Parameter": knowing(["tier"], parameter),
  ...freeOf(
    [
      "aws:secretsmanager/secretPolicy:SecretPolicy",
      "aws:secretsmanager/secretRotation:SecretRotation",
      "aws:secretsmanager/secretVersion:SecretVersion",
    ],
    "a part of its secret, which is paid",
    source,
  ),
};
