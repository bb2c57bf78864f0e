import { type LedgerObject } from "../../ledger/record";
import { type Services } from "../services";
import { type Target } from "../../../rpc/target";

/**
 * The object that an id means, newest first when a replacement left two. Ids of an import may be qualified by team and
 * project (`team_1/prj_2/shop.example`), by what it is in (`/shop/web:Errors`) and by region (`alarm@us-east-1`); the last part
 * is the object's own. An id that several objects share belongs to the one with the URN, else to the one that is in what
 * qualifies it.
 */
export function findObjects(services: Services, target: Target, id: string): LedgerObject[] {
  const { objects } = services.ledger;
  for (const { own, within } of readings(id.replace(/@[a-z]{2}(-[a-z]+)+-\d$/, ""))) {
    const found = objects.byId(target.type, own);
    const mine = found.filter(({ urn }) => urn === target.urn);
    if (mine.length > 0) return mine.reverse();
    const [only, ...others] = found.length > 1 ? found.filter((it) => isIn(it, within)) : found;
    if (only && others.length === 0) return [only];
  }
  return [];
}

interface Reading {
  own: string;
  /** What stands before it. */
  within: string;
}

function readings(id: string): Reading[] {
  const cuts = ["/", ":", "|"].map((separator) => id.lastIndexOf(separator)).filter((at) => at > 0);
  const parts = cuts.map((at) => ({ own: id.slice(at + 1), within: id.slice(0, at) }));
  return [{ own: id, within: "" }, ...parts];
}

const isIn = ({ inputs }: LedgerObject, within: string): boolean =>
  Object.values(inputs).includes(within);
