/** What a camera wrote into its picture. */
import './name-of-browser.ts';
// The whole of it loads a part by a name that it works out, which the compiler of Hermes refuses.
import { parse } from 'exifr/dist/lite.esm.mjs';

/** The lists of tags that tell when and where. */
const TOLD = { exif: true, gps: true, reviveValues: false };

/**
 * The tags by their names. A damaged file tells nothing.
 *
 * @param beginning of the file
 */
export async function exifOf(beginning: Uint8Array): Promise<object> {
  const tags: unknown = await parse(beginning, TOLD).catch(() => null);
  return typeof tags === 'object' && tags !== null ? tags : {};
}
