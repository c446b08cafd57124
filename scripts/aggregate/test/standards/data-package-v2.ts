import { Ajv } from "ajv";

// A path is relative and stays where it is, or is a web address.
const path = { type: "string", pattern: "^(https?://.+|(?![./~])(?!.*\\.\\./)[^\\\\:]+)$" };
const text = { type: "string" };
const filled = (items: object) => ({ type: "array", minItems: 1, items });
const licenses = filled({
  type: "object",
  anyOf: [{ required: ["name"] }, { required: ["path"] }],
  properties: { name: { type: "string", pattern: "^[-a-zA-Z0-9._]+$" }, path, title: text },
});

/** Constraints that a field of any type may have, and those of its own; enumerations hold what the CSV holds. */
const constraints = (own: object) => ({
  type: "object",
  properties: { required: { type: "boolean" }, unique: { type: "boolean" }, ...own },
});
const limits = (type: "number" | "integer") => ({
  minimum: { type: [type, "string"] },
  maximum: { type: [type, "string"] },
});
const enumeration = (type: string) => ({
  enum: { ...filled({ type: [...new Set([type, "string"])] }), uniqueItems: true },
});
const fieldOf = (type: string, own: object) => ({
  required: ["name", "type"],
  properties: {
    ...{ name: text, title: text, description: text, example: text, rdfType: text, type: { const: type } },
    constraints: constraints(own),
  },
});

/** Table Schema v2, of the types of fields that we publish. */
const schema = {
  type: "object",
  required: ["fields"],
  properties: {
    fields: filled({
      type: "object",
      oneOf: [
        fieldOf("string", {
          ...enumeration("string"),
          pattern: text,
          minLength: { type: "integer" },
          maxLength: { type: "integer" },
        }),
        fieldOf("integer", { ...enumeration("integer"), ...limits("integer") }),
        fieldOf("number", { ...enumeration("number"), ...limits("number") }),
        fieldOf("date", { ...enumeration("string"), minimum: text, maximum: text }),
      ],
    }),
    primaryKey: { oneOf: [filled(text), text] },
    uniqueKeys: filled(filled(text)),
    foreignKeys: { type: "array", minItems: 1 },
    missingValues: { type: "array", items: text },
    fieldsMatch: { type: "array" },
  },
};

const resource = {
  type: "object",
  oneOf: [{ required: ["name", "path"] }, { required: ["name", "data"] }],
  properties: {
    ...{ name: text, path: { oneOf: [path, filled(path)] }, type: { const: "table" } },
    ...{ title: text, description: text, format: text, encoding: text, licenses, schema },
    mediatype: { type: "string", pattern: "^.+/.+$" },
    bytes: { type: "integer", minimum: 0 },
    hash: { type: "string", pattern: "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$" },
  },
};

/**
 * The profile of a Data Package v2 as JSON Schema, written from the specification (datapackage.org/standard): what it says of
 * the properties that we publish. Others, such as ours that begin with `tiendo`, are free.
 */
const profile = {
  type: "object",
  required: ["resources"],
  properties: {
    ...{ $schema: { type: "string", format: "uri" }, name: text, id: text, title: text, description: text },
    ...{
      version: text,
      created: { type: "string", format: "date-time" },
      licenses,
      keywords: filled(text),
      image: text,
    },
    contributors: filled({
      type: "object",
      minProperties: 1,
      properties: {
        title: text,
        path,
        email: text,
        givenName: text,
        familyName: text,
        organization: text,
        roles: filled(text),
      },
    }),
    resources: filled(resource),
  },
};

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
    "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  },
});
const validate = ajv.compile(profile);

/** Where a descriptor is no Data Package v2; empty where it is one. */
export function profileFaults(descriptor: unknown): string[] {
  validate(descriptor);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
