/** A chart as a picture that stands on its own: opaque, with title, range and legend. */
import { UNITS, type Words } from '@wellpulse/words';
import type uPlot from 'uplot';
import { pixelRatio } from './chart-drawing.ts';
import type { Palette } from '../lib/read-palette.ts';
import { traceMarker, type ProductLine } from './product-lines.ts';

const HEADER = 64;
const MARGIN = 16;

export interface ChartPicture {
  title: string;
  /** Under the title: the range, and what is drawn. */
  subtitle: string;
  lines: readonly ProductLine[];
  palette: Palette;
}

/** Rejects when the browser can't encode the picture, as for one beyond its largest canvas. */
export function chartPng(words: Words, plot: uPlot, picture: ChartPicture): Promise<Blob> {
  const { palette } = picture;
  const ratio = pixelRatio(plot);
  const canvas = document.createElement('canvas');
  canvas.width = (plot.width + 2 * MARGIN) * ratio;
  canvas.height = (plot.height + HEADER + MARGIN) * ratio;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return Promise.reject(new Error('This browser gives no canvas to draw the picture on.'));
  ctx.fillStyle = palette.colour('surface');
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(plot.ctx.canvas, MARGIN * ratio, HEADER * ratio);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = palette.colour('ink');
  ctx.font = `600 15px ${palette.fontFamily}`;
  ctx.fillText(picture.title, MARGIN, 28);
  ctx.fillStyle = palette.colour('ink-muted');
  ctx.font = `12px ${palette.fontFamily}`;
  ctx.fillText(picture.subtitle, MARGIN, 48);
  drawLegend(words, ctx, picture, plot.width + MARGIN);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('This browser could not make the picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function drawLegend(
  words: Words,
  ctx: CanvasRenderingContext2D,
  { lines, palette }: ChartPicture,
  right: number,
): void {
  let x = right;
  for (const line of [...lines].reverse()) {
    const name = `${words.productNames[line.product]} (${UNITS[line.product]})`;
    x -= ctx.measureText(name).width;
    ctx.fillStyle = palette.colour('ink');
    ctx.fillText(name, x, 28);
    ctx.strokeStyle = palette.colour(line.colour);
    ctx.fillStyle = palette.colour(line.colour);
    ctx.lineWidth = 2;
    ctx.setLineDash(line.dash);
    ctx.beginPath();
    ctx.moveTo(x - 32, 24);
    ctx.lineTo(x - 8, 24);
    ctx.stroke();
    const marker = new Path2D();
    traceMarker(marker, line.marker, x - 20, 24, 6);
    ctx.fill(marker);
    x -= 48;
  }
  ctx.setLineDash([]);
}
