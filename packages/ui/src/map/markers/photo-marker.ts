/** The glyph of a photo as an element of the map, which React does not draw. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PhotoGlyph } from './PhotoGlyph.tsx';

export function photoMarker(): HTMLElement {
  const element = document.createElement('div');
  createRoot(element).render(createElement(PhotoGlyph));
  return element;
}
