/** A resource, or the stack itself, as what an answer is about. */
export interface ReportedTarget {
  urn: string;
  type: string;
  name: string;
}
