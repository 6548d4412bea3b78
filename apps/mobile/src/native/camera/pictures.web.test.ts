/** The browser's adapter, over a canvas that sharp draws. */
import { afterAll, beforeAll, vi } from 'vitest';
import { hands, stubPage } from '../files/file-input.fixture.ts';
import { stubCanvas } from './canvas.fixture.ts';
import { describePictures } from './pictures-suite.fixture.ts';
import { blobAt, pictureOfFile, pictures } from './pictures.web.ts';

beforeAll(() => {
  stubCanvas();
  stubPage();
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describePictures('a browser', async () => ({
  pictures,
  given: async (bytes, name) => {
    const file = new File([new Uint8Array(bytes)], name);
    hands.files = [file];
    return pictureOfFile(file);
  },
  givenNone: () => {
    hands.files = [];
  },
  read: async (place) => {
    const blob = blobAt(place);
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  },
}));
