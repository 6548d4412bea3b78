/**
 * Offers the content to the person as a download.
 *
 * @example
 * saveFile('acme-7.csv', new Blob([csv], { type: 'text/csv' }));
 */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** A file name out of free text: "Acme #7, 90 days" is "acme-7-90-days". */
export function fileNameOf(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return name === '' ? 'wellpulse' : name;
}
