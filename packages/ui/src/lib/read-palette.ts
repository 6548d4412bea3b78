/** The design tokens as a canvas or a map needs them: resolved colours and a font, read where it stands. */
import { COLOUR_NAMES, type ColourName } from '@wellpulse/tokens';

export interface Palette {
  colour: (name: ColourName) => string;
  fontFamily: string;
  /** How large text is beside the office's: in the field all of it is larger. */
  textScale: number;
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
  const textScale = parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize) / 16;
  return { colour: (name) => colours.get(name) ?? 'transparent', fontFamily, textScale };
}

/** Calls back whenever the theme may have changed: the attribute on <html>, or the system's preference. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const preferences = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
  for (const preference of preferences) preference.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    for (const preference of preferences) preference.removeEventListener('change', callback);
  };
}
