import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark' | 'field';

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8');
const officeBlock = css.slice(css.indexOf(':root {'), css.indexOf('@media (pointer: coarse)'));
const fieldBlock = css.slice(css.indexOf("[data-theme='field'] {"), css.indexOf('@theme inline'));

function colour(theme: Theme, token: string): string {
  const inField = new RegExp(`--wp-${token}: (#[0-9a-f]{6});`).exec(fieldBlock)?.[1];
  if (theme === 'field' && inField !== undefined) return inField;
  const pair = new RegExp(`--wp-${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(officeBlock);
  const value = theme === 'dark' ? pair?.[2] : pair?.[1];
  if (value === undefined) throw new Error(`No colour --wp-${token} in the ${theme} theme`);
  return value;
}

/** Relative luminance as WCAG 2.2 defines it, of `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(theme: Theme, text: string, behind: string): number {
  const [lighter, darker] = [luminance(colour(theme, text)), luminance(colour(theme, behind))].sort(
    (a, b) => b - a,
  );
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const products = ['oil', 'gas', 'water'];
const states = ['good', 'attention', 'bad', 'unknown'];

const textPairs: [text: string, behind: string][] = [
  ...['ink', 'ink-muted', 'ink-subtle'].flatMap((text) => surfaces.map((on): [string, string] => [text, on])),
  ...['ink', 'ink-muted', 'ink-subtle', 'accent-text'].map((text): [string, string] => [text, 'selected']),
  ...[...products, ...states].flatMap((name): [string, string][] => [
    [name, 'canvas'],
    [name, 'surface'],
    [name, 'raised'],
    [name, `${name}-soft`],
  ]),
  ['ink', 'thumb'],
  ['accent-text', 'surface'],
  ['accent-text', 'canvas'],
  ['accent-text', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['accent-ink', 'bad-solid'],
];

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['field', 7],
] as const)('the %s theme', (theme, minimum) => {
  it.each(textPairs)(`sets %s on %s at ${minimum}:1 or more`, (text, behind) => {
    expect(contrast(theme, text, behind)).toBeGreaterThanOrEqual(minimum);
  });

  it.each(['canvas', 'surface', 'raised'])('draws the border of a control on %s at 3:1 or more', (behind) => {
    expect(contrast(theme, 'line-control', behind)).toBeGreaterThanOrEqual(3);
  });
});
