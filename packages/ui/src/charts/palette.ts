/** The design tokens as a canvas needs them: resolved colours and a font, read where the chart stands. */

type ColourName =
  | 'oil'
  | 'gas'
  | 'water'
  | 'ink'
  | 'ink-muted'
  | 'line'
  | 'line-strong'
  | 'surface'
  | 'attention'
  | 'accent-text';

export interface Palette {
  colours: Record<ColourName, string>;
  fontFamily: string;
}

/**
 * Reads the palette that applies inside `element`. A custom property's text may be `light-dark(…)`, which no
 * canvas understands, so each one is read back as the computed colour of a probe.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const read = (name: ColourName): string => {
    probe.style.color = `var(--wp-${name})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    colours: {
      oil: read('oil'),
      gas: read('gas'),
      water: read('water'),
      ink: read('ink'),
      'ink-muted': read('ink-muted'),
      line: read('line'),
      'line-strong': read('line-strong'),
      surface: read('surface'),
      attention: read('attention'),
      'accent-text': read('accent-text'),
    },
    fontFamily: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
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
