import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { teamOutput } from "./project";

export const dnsRecord: CloudResource = {
  type: "vercel:index/dnsRecord:DnsRecord",
  defaults: { name: "", ttl: 60, comment: "" },
  derive: teamOutput,
  claims: ({ inputs }) => {
    const [domain, name] = [text(inputs["domain"], ""), text(inputs["name"], "")];
    const refusal = `Error creating DNS Record: Could not create DNS Record, unexpected error: record_conflict - A record of that name and value already exists in ${domain}.`;
    const what = [domain, name, text(inputs["type"], ""), text(inputs["value"], "")].join(":");
    return [{ key: `vercel:dns-record:${what.toLowerCase()}`, refusal }];
  },
  create: () => ({ id: ids.vercelDnsRecord() }),
};
