import { type LedgerObject } from "../../ledger/record";
import { type Services } from "../services";
import { type Target } from "../../../rpc/target";

/**
 * The object that an id means, newest first when a replacement left two. Ids of an import may be qualified by team and
 * project (`team_1/prj_2/shop.example`); the last part is the object's own. An id that several objects share belongs to
 * the one with the URN.
 */
export function findObjects(services: Services, target: Target, id: string): LedgerObject[] {
  const { objects } = services.ledger;
  const exact = objects.byId(target.type, id);
  const found = exact.length > 0 ? exact : objects.byId(target.type, lastPart(id));
  const mine = found.filter(({ urn }) => urn === target.urn);
  if (mine.length > 0) return mine.reverse();
  return found.length === 1 ? found : [];
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
