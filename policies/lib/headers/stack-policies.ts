import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import type { Evidence } from "../../rule";
import type { StackView } from "../../stack-view";
import { allRoutes } from "../sites";
import { policyOfApp } from "./app-policy";
import { headerStatements } from "./response-headers";

/** A Content-Security-Policy that something of the stack sends. */
export interface Policy {
  evidence: Evidence;
  /** Absent while it is not known. */
  text?: string;
}

/** What routes and apps say about the policy, wherever they belong; that it is sent at all is another rule's. */
export function policiesOf(stack: StackView, among = allRoutes(stack)): Policy[] {
  const routes = among.flatMap((route) =>
    said(route, headerStatements(route, "Content-Security-Policy")),
  );
  const apps = stack.ofType(tokens.hostingProject).flatMap((app) => said(app, policyOfApp(app)));
  return [...routes, ...apps];
}

function said(
  { urn }: DeclaredResource,
  statements: ReturnType<typeof headerStatements>,
): Policy[] {
  return statements.flatMap(({ property: at, says }) => {
    const evidence = { urn, property: at, input: "headers.contentSecurityPolicy" };
    if (says === "removed") return [];
    return [says === UNKNOWN ? { evidence } : { evidence, text: says.value }];
  });
}
