/** The cloud says no, in the vendor's own words as far as they are known. Never holds a secret's value. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
