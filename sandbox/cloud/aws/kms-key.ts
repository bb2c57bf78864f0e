import { allTags, awsAccountId, awsRegion } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

export const kmsKey: CloudResource = {
  type: "aws:kms/key:Key",
  defaults: { description: "", multiRegion: false, policy: "", rotationPeriodInDays: 365 },
  computed: ["arn", "keyId"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  create: ({ inputs, account }) => {
    const keyId = ids.uuid();
    const arn = `arn:aws:kms:${awsRegion(inputs, account)}:${awsAccountId}:key/${keyId}`;
    return { id: keyId, outputs: { arn, keyId } };
  },
};
