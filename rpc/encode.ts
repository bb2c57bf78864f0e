import {
  ListValue,
  NullValue,
  Struct,
  Value as ProtobufValue,
} from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../core/value";
import { signatureKey, signatures, unknownSentinel } from "../core/signatures";
import { Secret, type WireMap, type WireValue } from "./value";

/** Writes properties as the engine reads them: `UNKNOWN` as its sentinel, secrets as signature objects. */
export function encodeStruct(map: WireMap): Struct {
  const struct = new Struct();
  for (const [name, value] of Object.entries(map)) {
    if (value !== undefined) struct.getFieldsMap().set(name, encodeValue(value));
  }
  return struct;
}

function encodeValue(value: WireValue): ProtobufValue {
  const encoded = new ProtobufValue();
  if (value === null) encoded.setNullValue(NullValue.NULL_VALUE);
  else if (value === UNKNOWN) encoded.setStringValue(unknownSentinel);
  else if (typeof value === "string") encoded.setStringValue(value);
  else if (typeof value === "number") encoded.setNumberValue(value);
  else if (typeof value === "boolean") encoded.setBoolValue(value);
  else if (value instanceof Secret) encoded.setStructValue(encodeSecret(value));
  else if (Array.isArray(value)) encoded.setListValue(encodeList(value));
  else encoded.setStructValue(encodeStruct(value as WireMap));
  return encoded;
}

function encodeSecret(secret: Secret): Struct {
  return encodeStruct({ [signatureKey]: signatures.secret, value: secret.value });
}

function encodeList(items: readonly WireValue[]): ListValue {
  const list = new ListValue();
  list.setValuesList(items.map(encodeValue));
  return list;
}
