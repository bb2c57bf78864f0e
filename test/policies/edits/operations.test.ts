import { describe } from "vitest";
import { accessEdits } from "./access";
import { costEdits } from "./cost";
import { judgeEdits } from "./judge-edits";
import { observabilityEdits } from "./observability";
import { recoveryEdits } from "./recovery";
import { repositoryEdits } from "./repository";

/* Edits of what keeps it running. */
describe("exactly these rules fail", () =>
  judgeEdits([
    ...repositoryEdits,
    ...observabilityEdits,
    ...recoveryEdits,
    ...costEdits,
    ...accessEdits,
  ]));
