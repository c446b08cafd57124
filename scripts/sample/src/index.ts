export { generateSample, type SampleFolders, sampleFolders } from "./generate-sample.ts";
export { defaultOptions, SampleError, type SampleOptions, type SamplePart, sampleParts } from "./options.ts";
