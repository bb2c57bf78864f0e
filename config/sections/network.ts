import { BlockList, isIP, isIPv4 } from "node:net";
import { z } from "zod";

const privateRanges = new BlockList();
privateRanges.addSubnet("10.0.0.0", 8, "ipv4");
privateRanges.addSubnet("172.16.0.0", 12, "ipv4");
privateRanges.addSubnet("192.168.0.0", 16, "ipv4");
privateRanges.addSubnet("fc00::", 7, "ipv6");

const cidr = z
  .string()
  .regex(
    /^[0-9A-Fa-f:.]+\/[0-9]{1,3}$/,
    "an address range such as 203.0.113.0/24; a single address is 203.0.113.7/32 or 2001:db8::7/128",
  )
  .refine(isCidr, "an address range that exists, such as 203.0.113.0/24 or 2001:db8::/32")
  .refine(
    (range) => !isCidr(range) || !isPrivate(range),
    "a public range; Supabase refuses private ones",
  );

/**
 * Which addresses reach Postgres and its pooler; the HTTPS APIs stay open. Supabase answers with all IPv4 ranges
 * first: another order would show a difference at every refresh.
 */
export const networkSection = z
  .strictObject({
    restrictions: z
      .array(cidr)
      .refine(
        isSorted,
        "all IPv4 ranges before the IPv6 ranges, because Supabase gives them back in that order",
      )
      .describe("Address ranges, IPv4 before IPv6. An empty list lets nobody in."),
  })
  .describe("Which addresses reach Postgres and its pooler. Left out, all do.");

function isCidr(range: string): boolean {
  const [address = "", bits = ""] = range.split("/");
  const version = isIP(address);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

function isPrivate(range: string): boolean {
  const [address = ""] = range.split("/");
  return privateRanges.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

function isSorted(ranges: string[]): boolean {
  const firstV6 = ranges.findIndex((range) => range.includes(":"));
  return firstV6 < 0 || ranges.slice(firstV6).every((range) => range.includes(":"));
}
