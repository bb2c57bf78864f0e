import type { PricingContext } from "../../context";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import { itemsAt } from "../inputs";

const source = "https://aws.amazon.com/backup/pricing/";
const vaultType = "aws:backup/vault:Vault";
const selectionType = "aws:backup/selection:Selection";
const testType = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

/** What a kind of backup costs to keep, dearest first, and how what it is a backup of is told. */
const kinds = [
  { sku: "backup-rds-snapshot", type: /^aws:rds\//, arn: /^arn:[^:]*:rds:/ },
  { sku: "backup-ebs-snapshot", type: /^aws:(ebs|ec2)\//, arn: /^arn:[^:]*:ec2:/ },
  { sku: "backup-s3", type: /^aws:s3\//, arn: /^arn:[^:]*:s3:/ },
  { sku: "backup-efs-warm", type: /^aws:efs\//, arn: /^arn:[^:]*:elasticfilesystem:/ },
];

/** Prices by which the stack's backups are kept, dearest first. */
const keptAs = remembered((context: PricingContext): readonly string[] => {
  const selections = context.ofType(selectionType);
  const types = selections.flatMap(({ propertyDependencies }) =>
    (propertyDependencies["resources"] ?? []).map((urn) => context.get(urn)?.type ?? ""),
  );
  const arns = selections.flatMap((selection) => itemsAt(selection, "resources").map(String));
  const isKept = ({ type, arn }: (typeof kinds)[number]) =>
    types.some((one) => type.test(one)) || arns.some((one) => arn.test(one));
  return kinds.filter(isKept).map(({ sku }) => sku);
});

/** An equal part of what all vaults hold, at the price of the dearest kind of backup that the stack takes. */
const vault: Pricer = (resource, context) => {
  const [sku, ...others] = keptAs(context);
  if (sku === undefined) return [{ notPriced: "what is backed up into it is not declared here" }];
  const quantity = context.used("backup.storedGb", resource, context.ofType(vaultType));
  const mixed = others.length > 0 ? ["all of it at the dearest kind of backup taken"] : [];
  const region = context.awsRegion(resource);
  return [{ sku, region, quantity, rests: ["backup.storedGb", ...mixed] }];
};

/** What the tests bring back. AWS bills each test besides, by a price that was not found. */
const restoreTests: Pricer = (resource, context) => [
  {
    sku: "backup-s3-restore",
    region: context.awsRegion(resource),
    quantity: context.used("backup.restoredGb", resource, context.ofType(testType)),
    rests: ["backup.restoredGb", "restored like S3"],
  },
  { notPriced: "AWS bills each restore test besides, and its price is not known here" },
];

export const awsBackupPricers: Pricers = {
  [vaultType]: vault,
  [testType]: restoreTests,
  ...freeOf(
    [
      selectionType,
      "aws:backup/plan:Plan",
      "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
      "aws:backup/vaultNotifications:VaultNotifications",
      "aws:backup/vaultPolicy:VaultPolicy",
    ],
    "what it backs up is paid where it is kept",
    source,
  ),
  ...freeOf(
    ["aws:backup/restoreTestingSelection:RestoreTestingSelection"],
    "its tests are paid with their plan",
    source,
  ),
};
