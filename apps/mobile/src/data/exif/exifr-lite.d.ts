/** The parser without PNG and XMP has the functions of the whole one, and no types. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { parse } from 'exifr';
}
