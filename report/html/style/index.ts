import { layout } from "./layout";
import { media } from "./media";
import { parts } from "./parts";
import { tokens } from "./tokens";
import { trend } from "./trend";

/** The page's whole style, as its policy hashes it. */
export const style = [tokens, layout, parts, trend, media].join("");
