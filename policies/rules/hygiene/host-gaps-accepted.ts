import { z } from "zod";
import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { readProperty, UNKNOWN, type Value } from "../../../core/value";
import { itemsOf } from "../../lib/lists";
import { readMap } from "../../lib/maps";
import { iso, soc2 } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, unknown } from "../../rule";

// Requirement: HOST-14, HOST-15, HOST-16, CONF-02
export const hostGapsAccepted = defineRule({
  id: "host-gaps-accepted",
  title: "Whatever the stack asks for, its host does, or somebody has accepted that it does not",
  why: "A host that is changed in one line keeps the words of the stack file and drops what it cannot do, and a guarantee that is only written down is missed on the day it was meant for.",
  fix: "Do what the finding names, take the request out of the stack file, or waive this gap by its property with a date.",
  severity: "medium",
  topics: ["hygiene", "hosting", "services"],
  references: [iso("A.5.23"), soc2("CC9.2")],
  appliesTo: [tokens.hostedSite, tokens.containerService],
  options: z.strictObject({}),
  check: (resource) => {
    const answers = placesOf(resource).flatMap((place) => judgePlace(resource, place));
    return answers.length > 0
      ? answers
      : notApplicable("its host does all that is asked for", resource.urn);
  },
});

/** Where gaps stand, and the component arg that all of their args are below. */
interface Place {
  path: readonly string[];
  below: string;
}

/** A site has gaps of its own, and of services each one. */
function placesOf({ type, inputs }: DeclaredResource): Place[] {
  if (type === tokens.hostedSite) return [{ path: ["gaps"], below: "" }];
  return Object.keys(readMap(inputs, ["services"])).map((service) => ({
    path: ["services", service, "gaps"],
    below: `${pathText(["services", service])}.`,
  }));
}

function judgePlace({ urn, inputs }: DeclaredResource, { path, below }: Place): Answer[] {
  const gaps = readProperty(inputs, path);
  if (gaps.state === "unknown") return [unknown({ urn, property: pathText(path) })];
  return itemsOf(gaps).map((gap) => judgeGap(gap, { urn, path, below }));
}

function judgeGap(gap: Value, { urn, path, below }: Place & { urn: string }): Answer {
  if (gap === UNKNOWN) return unknown({ urn, property: pathText(path) });
  const [arg = "", asked = "", instead = "", workaround = ""] = [
    "arg",
    "asked",
    "instead",
    "workaround",
  ].map((name) => readText(gap, [name]));
  return fail({
    urn,
    // By what is missing, so that a waiver goes on meaning it when others come and go.
    property: pathText([...path, readText(gap, ["capability"]) ?? ""]),
    input: `${below}${arg}`,
    // What a person can do stands beside what happens, since a page of findings shows no messages.
    found: `${instead}; what to do: ${workaround}`,
    wanted: asked,
    message: `${below}${arg}: asked for ${asked}; instead, ${instead}; what to do: ${workaround}`,
  });
}
