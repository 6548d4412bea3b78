/** The browser's adapter, over a canvas that sharp draws. */
import { afterAll, beforeAll, vi } from 'vitest';
import { stubCanvas } from './canvas.fixture.ts';
import { describePictures } from './pictures-suite.fixture.ts';
import { blobAt, pictureOfFile, pictures } from './pictures.web.ts';

let chosen: File[] = [];

beforeAll(() => {
  stubCanvas();
  /** A box for files in which a person has chosen. */
  class FileInput extends EventTarget {
    readonly files = chosen;
    click(): void {
      this.dispatchEvent(new Event('change'));
    }
  }
  vi.stubGlobal('document', { createElement: () => new FileInput() });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describePictures('a browser', async () => ({
  pictures,
  given: async (bytes, name) => {
    chosen = [new File([new Uint8Array(bytes)], name)];
    return pictureOfFile(chosen[0] ?? new File([], name));
  },
  read: async (place) => {
    const blob = blobAt(place);
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  },
}));
