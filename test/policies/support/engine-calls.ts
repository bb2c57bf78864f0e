export { type EngineResource, engineFor } from "../../support/rule-kit";
