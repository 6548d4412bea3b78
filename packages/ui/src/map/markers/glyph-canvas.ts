/** Glyphs as images for the map. Icons need no glyph server, which text on a WebGL map would. */
import { GLYPH_SIZE } from './well-shape.ts';

/** `ratio` image pixels to a CSS pixel; (0, 0) is the middle. Null when this browser gives no canvas. */
export function paintGlyph(ratio: number, paint: (ctx: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = GLYPH_SIZE * ratio;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return null;
  ctx.scale(ratio, ratio);
  ctx.translate(GLYPH_SIZE / 2, GLYPH_SIZE / 2);
  ctx.lineCap = 'round';
  paint(ctx);
  return ctx.getImageData(0, 0, canvas.width, canvas.height);
}
