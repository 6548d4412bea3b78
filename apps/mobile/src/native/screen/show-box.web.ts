/** Scrolls as far as a box needs: a browser does not by itself where the box had the keyboard already. */
export function showBox(box: unknown): void {
  if (box instanceof HTMLElement) box.scrollIntoView({ block: 'nearest' });
}

/** Scrolls as far as something needs that has come up out of sight. Of what is too high, its beginning shows. */
export function showPart(part: unknown): void {
  if (!(part instanceof HTMLElement)) return;
  const isTooHigh = part.offsetHeight > innerHeight / 2;
  part.scrollIntoView({ block: isTooHigh ? 'start' : 'nearest' });
}
