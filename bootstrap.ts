import { OidcProvider } from "./components/access";
import { StateBackend } from "./components/state-backend";
import { loadSettings } from "./config/load";

/**
 * What must be there before any stack can be kept on S3 and updated from GitHub Actions: `groundwork bootstrap` runs this
 * with the file of the stack in `shared.owner`, as a stack of its own.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- async, so that whoever runs it gets a throw as a rejection
export = async () => {
  const { stack, state, access } = loadSettings();
  // No tier: it serves all of them, and no role of one of them may claim its key.
  const tags = { product: stack.product, owner: stack.owner };
  const backend = state && new StateBackend("state", { ...state, tags });
  const provider =
    access?.oidcProvider === "bootstrap" ? new OidcProvider("github", { tags }) : undefined;
  return {
    ...(backend && { backendUrl: backend.backendUrl, keyArn: backend.keyArn }),
    ...(provider && { providerArn: provider.arn }),
  };
};
