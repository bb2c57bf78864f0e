import type { Account, Estate } from "../../../operations/adopt/model";
import { type Context, cloudFolder } from "../../context";
import { sandboxEstate } from "./sandbox-estate";
import { vendorsEstate } from "./vendors-estate";

/** The vendors' accounts of a stack, or the cloud on this machine. */
export function openEstate(
  context: Context,
  sandbox: boolean,
  account: Account,
  prove: Estate["prove"],
): Estate {
  return sandbox
    ? sandboxEstate(cloudFolder(context), account.vercelTeam, prove)
    : vendorsEstate(context.env, account, prove);
}
