import { Camera } from 'lucide-react';

/** Where a photo was taken: a shape of its own, beside those of the wells. */
export const PhotoGlyph = () => (
  <span
    aria-hidden
    className="flex size-7 items-center justify-center rounded-full bg-accent text-accent-ink ring-2 ring-surface [&>svg]:size-4"
  >
    <Camera />
  </span>
);
