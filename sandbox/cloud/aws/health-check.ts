import { allTags } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

export const healthCheck: CloudResource = {
  type: "aws:route53/healthCheck:HealthCheck",
  defaults: { enableSni: true, failureThreshold: 3, requestInterval: 30, regions: [] },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  create: () => {
    const id = ids.uuid();
    return { id, outputs: { arn: `arn:aws:route53:::healthcheck/${id}` } };
  },
};
