import { pick } from "../ids";
import { type CloudResource } from "../resource";
import { characterSettings, randomText } from "./characters";

const hashAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The hash has the form of bcrypt's and belongs to no password: nothing in a sandbox may let one be tried. */
export const password: CloudResource = {
  type: "random:index/randomPassword:RandomPassword",
  stateOnly: true,
  derive: ({ inputs }) => characterSettings(inputs),
  computed: ["result", "bcryptHash"],
  create: ({ inputs }) => ({
    id: "none",
    outputs: { result: randomText(inputs), bcryptHash: `$2a$10$${pick(hashAlphabet, 53)}` },
  }),
};

export const string: CloudResource = {
  type: "random:index/randomString:RandomString",
  stateOnly: true,
  derive: ({ inputs }) => characterSettings(inputs),
  computed: ["result"],
  create: ({ inputs }) => {
    const result = randomText(inputs);
    return { id: result, outputs: { result } };
  },
};
