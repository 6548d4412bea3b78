/** Tells the browser in which language the page is read aloud, and what colour stands behind it. */
export function dressPage({
  language,
  canvas,
}: {
  readonly language: string;
  readonly canvas: string;
}): void {
  document.documentElement.lang = language;
  document.body.style.backgroundColor = canvas;
}
