import {
  type ListValue,
  type Struct,
  type Value as ProtobufValue,
} from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../core/value";
import { isUnknownSentinel, signatureKey, signatures } from "../core/signatures";
import { own, Secret, type WireMap, type WireValue } from "./value";

/**
 * Reads a message of the engine. Unknown sentinels become `UNKNOWN`, secrets keep their mark, an output value becomes
 * its value, a resource reference becomes the resource's id (a component's URN), as the bridged providers do.
 * Assets and archives stay maps with their signature. An absent struct is an empty map.
 * Throws on a signature that it does not know: a guess would end in the state.
 */
export function decodeStruct(struct: Struct | undefined): WireMap {
  return struct ? decodeMap(fields(struct)) : {};
}

function decodeValue(value: ProtobufValue): WireValue {
  if (value.hasStructValue()) return decodeObject(fields(value.getStructValue()));
  if (value.hasListValue()) return items(value.getListValue()).map(decodeValue);
  if (value.hasStringValue()) return decodeString(value.getStringValue());
  if (value.hasNumberValue()) return value.getNumberValue();
  return value.hasBoolValue() ? value.getBoolValue() : null;
}

function decodeString(text: string): WireValue {
  return isUnknownSentinel(text) ? UNKNOWN : text;
}

function decodeObject(object: Record<string, ProtobufValue>): WireValue {
  const signature = own(object, signatureKey)?.getStringValue();
  switch (signature) {
    case undefined:
    case signatures.asset:
    case signatures.archive:
      return decodeMap(object);
    case signatures.secret:
      return new Secret(decodeMember(object, "value") ?? null);
    case signatures.output:
      return decodeOutput(object);
    case signatures.resource:
      return decodeReference(object);
    default:
      throw new Error(`the engine sent a value with a signature that is not known: ${signature}`);
  }
}

/** Without a `value` the output is unknown; its dependencies are kept by the engine, not by a provider. */
function decodeOutput(object: Record<string, ProtobufValue>): WireValue {
  const value = decodeMember(object, "value") ?? UNKNOWN;
  return own(object, "secret")?.getBoolValue() ? new Secret(value) : value;
}

function decodeReference(object: Record<string, ProtobufValue>): WireValue {
  const id = decodeMember(object, "id");
  if (id === undefined || id === null) return decodeMember(object, "urn") ?? null;
  return id === "" ? UNKNOWN : id;
}

function decodeMember(object: Record<string, ProtobufValue>, name: string): WireValue | undefined {
  const member = own(object, name);
  return member && decodeValue(member);
}

function decodeMap(object: Record<string, ProtobufValue>): WireMap {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, decodeValue(value)]),
  );
}

function fields(struct: Struct | undefined): Record<string, ProtobufValue> {
  return Object.fromEntries(struct?.getFieldsMap().entries() ?? []);
}

function items(list: ListValue | undefined): ProtobufValue[] {
  return list?.getValuesList() ?? [];
}
