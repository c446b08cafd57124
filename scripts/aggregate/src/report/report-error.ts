/** A report that cannot be run at all: a bad `report.json`, or no usable file. The earlier published folder stays. */
export class ReportError extends Error {
  override name = "ReportError";
}
