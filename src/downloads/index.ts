/** Citations, files for download, and the static API. */
export { apiNames, apiResponse, apiSchema, type ApiName } from './api.ts';
export { citationFile, citationFiles, citations, citedTitle, type CitationFile } from './citation.ts';
export { dataset } from './dataset.ts';
export { csv, dataPackage, figureFile, fileFormats, json, xlsx, type FileFormat } from './files.ts';
export { columns as recordFields } from './records.ts';
