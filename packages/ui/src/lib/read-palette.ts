/** The design tokens as a canvas or a map needs them: resolved colours and a font, read where it stands. */

const COLOUR_NAMES = [
  'canvas',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-muted',
  'ink-subtle',
  'accent-text',
  'good',
  'attention',
  'bad',
  'unknown',
  'oil',
  'gas',
  'water',
] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];

export interface Palette {
  colour: (name: ColourName) => string;
  fontFamily: string;
}

/**
 * Reads the palette that applies inside `element`. A custom property's text may be `light-dark(…)`, which no canvas
 * understands. So each one is read back as the computed colour of a probe.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const read = (name: ColourName): string => {
    probe.style.color = `var(--wp-${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = new Map(COLOUR_NAMES.map((name) => [name, read(name)]));
  const fontFamily = getComputedStyle(element).fontFamily;
  probe.remove();
  return { colour: (name) => colours.get(name) ?? 'transparent', fontFamily };
}

/** Calls back whenever the theme may have changed: the attribute on <html>, or the system's preference. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const preference = matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', callback);
  };
}
