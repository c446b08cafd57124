import jsonld from "jsonld";

/** Where the published folder is taken to stand. */
export const BASE = "https://example.org/published/";

/** A statement that a parser of JSON-LD found: its subject, predicate and object as N-Quads write them. */
export interface Triple {
  subject: string;
  predicate: string;
  object: string;
}

/**
 * The statements of a JSON-LD document.
 * @throws where something in it is not understood, or has to be fetched to be understood
 */
export async function triplesOf(document: object): Promise<Triple[]> {
  const quads = await jsonld.toRDF(document, {
    ...{ format: "application/n-quads", base: BASE, safe: true },
    documentLoader: (url) => {
      throw new Error(`${url} would have to be fetched`);
    },
  });
  return quads.trimEnd().split("\n").map(tripleIn);
}

function tripleIn(line: string): Triple {
  const [, subject = "", predicate = "", object = ""] = /^(\S+) <([^>]+)> (.*) \.$/.exec(line) ?? [];
  return { subject, predicate, object };
}

/** The objects of a predicate, of every subject or of one. */
export function objectsOf(triples: readonly Triple[], predicate: string, subject?: string): string[] {
  const found = triples.filter(
    (one) => one.predicate === predicate && (subject === undefined || one.subject === subject),
  );
  return found.map(({ object }) => object);
}
