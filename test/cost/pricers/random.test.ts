import { expect, it } from "vitest";
import { declared } from "../stand-ins";
import { billed, free } from "./aws/bill";

it.each(["randomPassword:RandomPassword", "randomBytes:RandomBytes", "randomUuid:RandomUuid"])(
  "%s costs nothing",
  (type) => {
    expect(free(billed([declared(`random:index/${type}`, "one")]))).toEqual([
      "made by the program itself",
    ]);
  },
);
