import { type CloudFunction, type CloudResource } from "../resource";
import { bytes, id, integer, pet, shuffle, uuids } from "./identifiers";
import { password, string } from "./text";

export const randomResources: readonly CloudResource[] = [
  password,
  string,
  id,
  bytes,
  integer,
  pet,
  shuffle,
  ...uuids,
];

export const randomFunctions: readonly CloudFunction[] = [];
