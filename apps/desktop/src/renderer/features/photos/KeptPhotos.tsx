/** Photos of a reading or a log, as far as this laptop has them. */
import { Dialog, useWords } from '@wellpulse/ui';
import { CloudOff } from 'lucide-react';
import { useState } from 'react';
import { usePicture } from './use-picture.ts';

export interface KeptPhotosProps {
  /** The hashes of their bytes. */
  readonly hashes: readonly string[];
  readonly label: string;
}

/** Thumbnails that open the whole picture. */
export function KeptPhotos({ hashes, label }: KeptPhotosProps) {
  const { photoTexts } = useWords();
  const [shown, setShown] = useState<string | null>(null);
  if (hashes.length === 0) return null;
  return (
    <>
      <ul aria-label={label} className="flex flex-wrap gap-5">
        {hashes.map((sha256, at) => (
          <li key={sha256}>
            <Thumbnail
              sha256={sha256}
              place={photoTexts.place(at + 1, hashes.length)}
              onOpen={() => {
                setShown(sha256);
              }}
            />
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Dialog
          open
          size="lg"
          title={photoTexts.photo}
          description={photoTexts.place(hashes.indexOf(shown) + 1, hashes.length)}
          onOpenChange={() => {
            setShown(null);
          }}
        >
          <Whole sha256={shown} />
        </Dialog>
      )}
    </>
  );
}

interface ThumbnailProps {
  readonly sha256: string;
  readonly place: string;
  readonly onOpen: () => void;
}

function Thumbnail({ sha256, place, onOpen }: ThumbnailProps) {
  const { fieldWords } = useWords();
  const url = usePicture(sha256);
  if (url === null || url === undefined)
    return (
      <span className="flex size-30 flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed border-line-control p-2 text-center text-sm text-ink-muted">
        {url === null && (
          <>
            <CloudOff aria-hidden className="size-6" />
            {fieldWords.photoElsewhere}
          </>
        )}
      </span>
    );
  return (
    <button
      type="button"
      aria-label={fieldWords.showPhoto(place)}
      onClick={onOpen}
      className="block size-30 overflow-hidden rounded-xl border-2 border-line focus-ring"
    >
      <img src={url} alt="" className="size-full object-cover" />
    </button>
  );
}

function Whole({ sha256 }: { readonly sha256: string }) {
  const { photoTexts } = useWords();
  const url = usePicture(sha256);
  return url === null || url === undefined ? null : (
    <img src={url} alt={photoTexts.photo} className="mx-auto max-h-[65dvh] max-w-full rounded-lg" />
  );
}
