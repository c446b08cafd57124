import type { DataPackage, DataResource } from "@tiendo/schema";

/** What an open-data catalogue reads beside `datapackage.json`, by file name. */
export const catalogueForms = { "dataset.jsonld": schemaOrg, "dcat.jsonld": dcat } as const;

/**
 * The published folder as a schema.org Dataset, which search engines read. The vocabulary is named in the file, not fetched;
 * addresses are relative to it, since a folder does not know which portal it will stand on.
 */
function schemaOrg(described: DataPackage): object {
  const { report } = described.tiendo;
  return {
    "@context": { "@vocab": "https://schema.org/" },
    "@id": "datapackage.json",
    "@type": "Dataset",
    name: both(report.title),
    description: both(report.description),
    identifier: described.id,
    version: described.version,
    inLanguage: report.languages,
    isAccessibleForFree: true,
    license: { "@id": report.licence.url },
    publisher: {
      "@type": "Organization",
      name: both(report.publisher.name),
      ...(report.publisher.url === null ? {} : { url: { "@id": report.publisher.url } }),
    },
    datePublished: report.as_of,
    spatialCoverage: { "@type": "Place", identifier: report.root_unit },
    distribution: described.resources.map((resource) => ({
      "@type": "DataDownload",
      name: both(resource["tiendo:title"]),
      contentUrl: { "@id": resource.path },
      encodingFormat: resource.mediatype,
      contentSize: `${resource.bytes} B`,
      sha256: hashOf(resource),
    })),
  };
}

/** The published folder as a DCAT 3 dataset, which open-data portals harvest. */
function dcat(described: DataPackage): object {
  const { report } = described.tiendo;
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      spdx: "http://spdx.org/rdf/terms#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": "datapackage.json",
    "@type": "dcat:Dataset",
    "dct:title": both(report.title),
    "dct:description": both(report.description),
    "dct:identifier": described.id,
    "dcat:version": described.version,
    "dct:issued": { "@type": "xsd:date", "@value": report.as_of },
    "dct:license": { "@id": report.licence.url },
    "dct:publisher": {
      "@type": "foaf:Organization",
      "foaf:name": both(report.publisher.name),
      ...(report.publisher.url === null ? {} : { "foaf:homepage": { "@id": report.publisher.url } }),
    },
    "dcat:distribution": described.resources.map((resource) => ({
      "@id": `#${resource.name}`,
      "@type": "dcat:Distribution",
      "dct:title": both(resource["tiendo:title"]),
      "dcat:downloadURL": { "@id": resource.path },
      "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${resource.mediatype}` },
      "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(resource.bytes) },
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": hashOf(resource) },
      },
    })),
  };
}

function hashOf({ hash }: DataResource): string {
  return hash.replace("sha256:", "");
}

function both({ vi, en }: { vi: string; en: string }): object[] {
  return [
    { "@language": "vi", "@value": vi },
    { "@language": "en", "@value": en },
  ];
}
