/** Reads volumes as files hold them: `"194,496"`, `1.234,5`, blanks; in the file's unit, into bbl and MCF. */
import { MAX_VOLUME, type ImportRefusal, type Product, message } from '@wellpulse/contracts';
import { BARRELS_PER_SM3, convertHalfUp, MCF_PER_SM3 } from '../volumes.ts';

const FACTORS = { OIL: BARRELS_PER_SM3, GAS: MCF_PER_SM3, WATER: BARRELS_PER_SM3 } as const;

export type VolumeReading =
  | { readonly ok: true; readonly volume: number | null }
  | { readonly ok: false; readonly code: ImportRefusal; readonly reason: string };

export type VolumeReader = (text: string) => VolumeReading;

const GROUPED = {
  '.': /^-?(?:\d{1,3}(?:[, '\u00A0\u202F]\d{3})+|\d+)?(?:\.\d*)?$/,
  ',': /^-?(?:\d{1,3}(?:[. '\u00A0\u202F]\d{3})+|\d+)?(?:,\d*)?$/,
} as const;

/** `product`: of which it is the volume; undefined for another number. `isCubicMetres` tells the file's unit; else it is already ours. Conversions and surplus decimals round half up. */
export function volumeReader(
  product: Product | undefined,
  isCubicMetres: boolean,
  decimalSeparator: '.' | ',',
): VolumeReader {
  const factor = isCubicMetres && product !== undefined ? FACTORS[product] : 1;
  const grouping = decimalSeparator === '.' ? /[, '\u00A0\u202F]/g : /[. '\u00A0\u202F]/g;
  return (given) => {
    const text = given.trim();
    if (text === '') return { ok: true, volume: null };
    const decimal = text.replaceAll(grouping, '').replace(',', '.');
    const volume = GROUPED[decimalSeparator].test(text) ? convertHalfUp(decimal, factor) : null;
    if (volume === null) return { ok: false, code: 'NUMBER_INVALID', reason: message('cellNotANumber') };
    if (decimal.startsWith('-') && /[1-9]/.test(decimal)) {
      return { ok: false, code: 'VOLUME_NEGATIVE', reason: message('volumeNegative') };
    }
    if (volume > MAX_VOLUME) return { ok: false, code: 'VOLUME_TOO_LARGE', reason: message('tooLarge') };
    return { ok: true, volume: Math.abs(volume) };
  };
}
