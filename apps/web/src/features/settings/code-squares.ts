import encodeQr from 'qr';

/** Squares of white around a code; less, and cameras don't find it. */
const MARGIN = 4;

export interface CodeSquares {
  /** Squares in a row, margins included. */
  readonly side: number;
  /** The dark squares as a path of SVG, a square being one unit. */
  readonly path: string;
}

/** A QR code that says a text. */
export function codeSquares(text: string): CodeSquares {
  const rows = encodeQr(text, 'raw', { border: MARGIN });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return { side: rows.length, path };
}
