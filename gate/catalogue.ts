import type { ChangeRule } from "./rule";
import { costIncreaseBounded } from "./rules/cost-increase-bounded";
import { deletesLimited } from "./rules/deletes-limited";
import { headersNotLoosened } from "./rules/headers-not-loosened";
import { privateStaysPrivate } from "./rules/private-stays-private";
import { protectionNotLifted } from "./rules/protection-not-lifted";
import { retentionNotShortened } from "./rules/retention-not-shortened";
import { statefulKept } from "./rules/stateful-kept";

/** Every rule about changes, sorted by id. */
export const changeCatalogue: readonly ChangeRule[] = [
  costIncreaseBounded,
  deletesLimited,
  headersNotLoosened,
  privateStaysPrivate,
  protectionNotLifted,
  retentionNotShortened,
  statefulKept,
];
