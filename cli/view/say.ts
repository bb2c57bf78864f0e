import type { Context } from "../context";
import { toJson } from "./json";

/** Prints a command's result in the form that was asked for. */
export function say({ terminal, format }: Context, text: string, json: object) {
  terminal.out(format === "json" ? toJson(json) : text);
}
