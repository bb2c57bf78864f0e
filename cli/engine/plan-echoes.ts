import type { Diagnostic } from "./events";

const echo = /^expected resource operations for .* but none were seen$/;
const closing = /^(update|preview) failed$/;

/**
 * Without what a plan says of the rest: an update that stops at one failure has the engine name every planned resource
 * that it did not come to, an error each. Kept where nothing else tells why the update ended.
 */
export function withoutPlanEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isEcho = ({ message }: Diagnostic) => echo.test(message);
  const tells = ({ severity, message }: Diagnostic) =>
    severity === "error" && !echo.test(message) && !closing.test(message);
  return diagnostics.some(tells) ? diagnostics.filter((one) => !isEcho(one)) : [...diagnostics];
}
