import { describe } from "vitest";
import { dataEdits } from "./data";
import { headerEdits } from "./headers";
import { httpsEdits } from "./https";
import { judgeEdits } from "./judge-edits";
import { secretEdits } from "./secrets";

/* Edits of what users use. */
describe("exactly these rules fail", () =>
  judgeEdits([...headerEdits, ...httpsEdits, ...dataEdits, ...secretEdits]));
