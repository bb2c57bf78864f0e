import { startPack } from "../../pack";
import manifest from "./package.json";

startPack(manifest, "all");
