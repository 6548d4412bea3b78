/** Files of the browser: one is saved as a download, and chosen in the browser's own window. */
import type { TravelFiles } from '../ports.ts';
import { filePieces } from './file-pieces.web.ts';

/** Long enough for a browser that asks where a download goes. */
const KEPT_MS = 60_000;

export const travelFiles: TravelFiles = {
  save: async (name, pieces) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of pieces) parts.push(new Uint8Array(piece));
    const url = URL.createObjectURL(new Blob(parts, { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    return true;
  },
  choose: (ending) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = `.${ending}`;
      input.addEventListener('cancel', () => resolve(null));
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        resolve(file === undefined ? null : { name: file.name, pieces: () => filePieces(file) });
      });
      input.click();
    }),
};
