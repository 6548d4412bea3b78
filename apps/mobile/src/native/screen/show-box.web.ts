/** Scrolls as far as a box needs: a browser does not by itself where the box had the keyboard already. */
export function showBox(box: unknown): void {
  if (box instanceof HTMLElement) box.scrollIntoView({ block: 'nearest' });
}
