declare module "jsonld" {
  /** The document as N-Quads; `safe` throws where anything in it is not understood. */
  export function toRDF(
    document: object,
    options: { format: "application/n-quads"; base: string; safe: boolean; documentLoader: (url: string) => never },
  ): Promise<string>;
  const jsonld: { toRDF: typeof toRDF };
  export default jsonld;
}
