import { allTags } from "../account";
import { pick } from "../ids";
import { type CloudResource } from "../resource";

/** Zones of one name may stand side by side: Route 53 tells them apart by their id alone, so that nobody is refused. */
export const route53Zone: CloudResource = {
  type: "aws:route53/zone:Zone",
  autonamed: true,
  defaults: { comment: "Managed by Pulumi", delegationSetId: "", forceDestroy: false },
  computed: ["arn", "nameServers", "primaryNameServer", "zoneId"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  create: () => {
    const zoneId = `Z${pick("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 20)}`;
    const nameServers = ["com", "net", "org", "co.uk"].map(
      (domain, at) => `ns-${at * 512 + Number(pick("0123456789", 2))}.awsdns-0${at}.${domain}`,
    );
    const [primaryNameServer = ""] = nameServers;
    const arn = `arn:aws:route53:::hostedzone/${zoneId}`;
    return { id: zoneId, outputs: { arn, nameServers, primaryNameServer, zoneId } };
  },
};
