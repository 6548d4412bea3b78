import { describe, expect, it } from 'vitest';
import { THEMES, type ColourName, type Colours } from './colours.ts';

/** Relative luminance as WCAG 2.2 defines it, of `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(colours: Colours, text: ColourName, behind: ColourName): number {
  const [lighter = 0, darker = 0] = [luminance(colours[text]), luminance(colours[behind])].sort(
    (a, b) => b - a,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

type Pair = readonly [text: ColourName, behind: ColourName];
const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const;
const INKS = ['ink', 'ink-muted', 'ink-subtle'] as const;
const MEANINGS = ['oil', 'gas', 'water', 'good', 'attention', 'bad', 'unknown'] as const;

const TEXT_PAIRS: readonly Pair[] = [
  ...INKS.flatMap((text) => SURFACES.map((on): Pair => [text, on])),
  ...[...INKS, 'accent-text' as const].map((text): Pair => [text, 'selected']),
  ...MEANINGS.flatMap((name): Pair[] => [
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
  ['office by day', THEMES.office.light, 4.5],
  ['office at night', THEMES.office.dark, 4.5],
  ['field', THEMES.field.light, 7],
  ['high contrast by day', THEMES.contrast.light, 7],
  ['high contrast at night', THEMES.contrast.dark, 7],
])('%s', (_, colours, minimum) => {
  it.each(TEXT_PAIRS)(`sets %s on %s at ${String(minimum)}:1 or more`, (text, behind) => {
    expect(contrast(colours, text, behind)).toBeGreaterThanOrEqual(minimum);
  });

  it.each(['canvas', 'surface', 'raised'] as const)(
    'draws the border of a control on %s at 3:1 or more',
    (behind) => {
      expect(contrast(colours, 'line-control', behind)).toBeGreaterThanOrEqual(3);
    },
  );

  it('writes each colour as #rrggbb', () => {
    expect(Object.values(colours).filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
  });
});
