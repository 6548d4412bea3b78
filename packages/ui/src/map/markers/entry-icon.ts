/** An entry's pin as an image for the map. */
import type { Palette } from '../../lib/read-palette.ts';
import { PIN_DOT, PIN_EXCLAMATION, PINS, type EntryKind, type EntryLook } from './entry-shape.ts';
import { paintGlyph } from './glyph-canvas.ts';

const PREFIX = 'entry';

export const entryIconName = ({ kind, far }: EntryLook): string =>
  [PREFIX, kind, far && 'far'].filter(Boolean).join(' ');

/** The look behind an image's name; null when it is none of these. */
export function lookOfEntryIcon(name: string): EntryLook | null {
  const [prefix, kind, far] = name.split(' ');
  return prefix === PREFIX && kind !== undefined && isKind(kind) ? { kind, far: far === 'far' } : null;
}

const isKind = (text: string): text is EntryKind => text in PINS;

export const drawEntryIcon = (look: EntryLook, palette: Palette, ratio: number): ImageData | null =>
  paintGlyph(ratio, (ctx) => {
    const pin = new Path2D(PINS[look.kind]);
    ctx.lineJoin = 'round';
    ctx.strokeStyle = palette.colour('surface');
    ctx.lineWidth = 2;
    ctx.stroke(pin);
    ctx.fillStyle = palette.colour(look.far ? 'attention' : 'accent-text');
    ctx.fill(pin);
    ctx.fillStyle = palette.colour('surface');
    ctx.fill(new Path2D(look.far ? PIN_EXCLAMATION : PIN_DOT));
  });
