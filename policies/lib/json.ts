export { parseJson } from "../../core/json";
