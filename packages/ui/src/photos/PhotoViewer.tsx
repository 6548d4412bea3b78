'use client';

/** One photo as large as the screen allows, with who, when and where; the arrow keys go to its neighbours. */
import type { Photo } from '@wellpulse/contracts';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ReactZoomPanPinchContentRef } from 'react-zoom-pan-pinch';
import { IconButton } from '../components/buttons/IconButton.tsx';
import { overlayClass } from '../components/overlays/dialog-styles.ts';
import { useReturnFocus } from '../components/overlays/use-return-focus.ts';
import type { MapWell } from '../map/markers/well-shape.ts';
import { PhotoFactsPanel } from './PhotoFactsPanel.tsx';
import { ZoomablePhoto } from './ZoomablePhoto.tsx';
import { useWords } from '../lib/words-context.tsx';

export interface PhotoViewerProps {
  photos: readonly Photo[];
  /** Which of them is shown; null closes. */
  photoId: string | null;
  onPhotoChange: (photoId: string | null) => void;
  /** Where the item stands; null where that is not known. */
  well: MapWell | null;
  timeZone: string;
  tileUrl?: string | undefined;
  onBroken?: (() => void) | undefined;
}

/**
 * Shows one photo of an item in full, with its facts and place. Arrow keys go to its neighbours.
 *
 * @example
 * <PhotoViewer photos={photos} photoId={photoId} onPhotoChange={setPhotoId} well={well} timeZone={timeZone} />
 */
export function PhotoViewer(props: PhotoViewerProps) {
  const { controlTexts, photoTexts } = useWords();
  const { photos, photoId, onPhotoChange, well, timeZone, tileUrl, onBroken } = props;
  const zoom = useRef<ReactZoomPanPinchContentRef>(null);
  const returnFocus = useReturnFocus(photoId !== null);
  const index = photos.findIndex(({ id }) => id === photoId);
  const photo = photos[index];
  const show = (next: number) => {
    const chosen = photos[next];
    if (chosen !== undefined) onPhotoChange(chosen.id);
  };
  const keys: Readonly<Record<string, () => unknown>> = {
    ArrowLeft: () => {
      show(index - 1);
    },
    ArrowRight: () => {
      show(index + 1);
    },
    '+': () => zoom.current?.zoomIn(),
    '=': () => zoom.current?.zoomIn(),
    '-': () => zoom.current?.zoomOut(),
    '0': () => zoom.current?.resetTransform(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <Radix.Root
      open={photo !== undefined}
      onOpenChange={() => {
        onPhotoChange(null);
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...returnFocus}
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 flex animate-fade-in flex-col bg-raised text-ink focus:outline-none lg:inset-4 lg:flex-row lg:overflow-hidden lg:rounded-xl lg:shadow-overlay"
        >
          {photo !== undefined && (
            <>
              <div className="relative flex min-h-0 flex-1 basis-3/5 bg-sunken">
                <ZoomablePhoto key={photo.id} photo={photo} control={zoom} onBroken={onBroken} />
                {index > 0 && (
                  <Neighbour
                    label={photoTexts.previousPhoto}
                    side="left-3"
                    onClick={() => {
                      show(index - 1);
                    }}
                  >
                    <ChevronLeft aria-hidden />
                  </Neighbour>
                )}
                {index < photos.length - 1 && (
                  <Neighbour
                    label={photoTexts.nextPhoto}
                    side="right-3"
                    onClick={() => {
                      show(index + 1);
                    }}
                  >
                    <ChevronRight aria-hidden />
                  </Neighbour>
                )}
              </div>
              <aside
                aria-label={photoTexts.aboutPhoto}
                className="max-h-[45dvh] shrink-0 overflow-y-auto border-t border-line px-5 py-4 lg:max-h-none lg:w-80 lg:border-t-0 lg:border-l"
              >
                <Radix.Title className="pr-10 text-lg font-semibold tracking-tight">
                  {photoTexts.photo} <span className="num">{photoTexts.place(index + 1, photos.length)}</span>
                </Radix.Title>
                <PhotoFactsPanel photo={photo} well={well} timeZone={timeZone} tileUrl={tileUrl} />
              </aside>
            </>
          )}
          <Radix.Close asChild>
            <IconButton
              label={controlTexts.close}
              tooltip={false}
              variant="secondary"
              className="absolute top-3 right-3"
            >
              <X aria-hidden />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface NeighbourProps {
  label: string;
  side: string;
  onClick: () => void;
  children: ReactNode;
}

const Neighbour = ({ label, side, onClick, children }: NeighbourProps) => (
  <IconButton
    label={label}
    variant="secondary"
    size="lg"
    tooltip={false}
    onClick={onClick}
    className={`absolute top-1/2 -translate-y-1/2 ${side}`}
  >
    {children}
  </IconButton>
);
