import { type Document, isMap, isSeq, type Pair } from "yaml";
import { readConfig, secretsKey, secretStandIns } from "./config-values";
import { readDocument } from "./document";
import { isSecure, keyText } from "./engine-yaml";
import type { PathStep } from "./path";
import { standIn } from "./stand-in";

/** What the engine needs to decrypt, and must not find in a copy whose encrypted values are gone. */
const cryptoKeys = ["encryptionsalt", "secretsprovider", "encryptedkey"];

/**
 * The copy of a stack file that a sandbox run hands to the engine: no encryption settings, a stand-in for each
 * encrypted value, and stand-ins for the secrets in `missing`, so that neither a passphrase nor a value is needed.
 */
export function sandboxCopy(
  text: string,
  missing: readonly string[],
  project = "groundwork",
): string {
  const stack = readDocument(text, "stack file", project);
  const { document, config } = stack;
  const standIns = secretStandIns(readConfig(stack));
  for (const name of missing) standIns[name] = standIn([secretsKey, name]);
  for (const key of cryptoKeys) document.delete(key);
  for (const [key, pair] of config) replaceSecure(document, pair, [key]);
  if (Object.keys(standIns).length > 0) {
    const written = config.get(secretsKey);
    if (written) written.value = document.createNode(standIns);
    else document.setIn(["config", secretsKey], document.createNode(standIns));
  }
  return document.toString({ lineWidth: 0 });
}

function replaceSecure(document: Document, pair: Pair, path: readonly PathStep[]): void {
  if (isSecure(pair.value)) pair.value = document.createNode(standIn(path));
  else replaceInside(document, pair.value, path);
}

function replaceInside(document: Document, node: unknown, path: readonly PathStep[]): void {
  if (isMap(node)) {
    for (const pair of node.items) replaceSecure(document, pair, [...path, keyText(pair)]);
  }
  if (isSeq(node)) {
    node.items.forEach((item, i) => {
      if (isSecure(item)) node.items[i] = document.createNode(standIn([...path, i]));
      else replaceInside(document, item, [...path, i]);
    });
  }
}
