'use client';

import type { Photo } from '@wellpulse/contracts';
import { CloudOff, Hourglass, ImageOff, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchContentRef } from 'react-zoom-pan-pinch';
import { EmptyState } from '../components/feedback/EmptyState.tsx';
import { IconButton } from '../components/buttons/IconButton.tsx';
import { Picture } from './Picture.tsx';
import { absence } from './PhotoTile.tsx';
import { useWords } from '../lib/words-context.tsx';

export interface ZoomablePhotoProps {
  photo: Photo;
  control: RefObject<ReactZoomPanPinchContentRef | null>;
  onBroken?: (() => void) | undefined;
}

const FURTHEST = 8;
/** A wheel's click, a button or a key. */
const STEP = 0.5;

/** Zooms with wheel, fingers, double click, buttons and keys; what doesn't fit is dragged. */
export function ZoomablePhoto({ photo, control, onBroken }: ZoomablePhotoProps) {
  const { controlTexts } = useWords();
  const words = useWords();
  const { photoTexts } = words;
  const [scale, setScale] = useState(1);
  if (photo.state !== 'STORED') {
    return (
      <EmptyState
        icon={photo.state === 'WAITING' ? <Hourglass aria-hidden /> : <CloudOff aria-hidden />}
        title={absence(words, photo)}
        description={photo.state === 'WAITING' ? photoTexts.arrivesByItself : photoTexts.canBeAddedAgain}
        className="m-auto"
      />
    );
  }
  return (
    <TransformWrapper
      ref={control}
      maxScale={FURTHEST}
      centerOnInit
      onTransform={(_, state) => {
        setScale(state.scale);
      }}
    >
      <TransformComponent
        wrapperClass="h-full! w-full!"
        contentClass="h-full! w-full!"
        wrapperStyle={{ touchAction: 'none' }}
      >
        <Picture
          src={photo.url}
          alt={
            photo.createdByName === null ? photoTexts.thePhoto : photoTexts.thePhotoBy(photo.createdByName)
          }
          fallback={
            <EmptyState
              icon={<ImageOff aria-hidden />}
              title={photoTexts.notShown}
              description={photo.contentType === 'image/heic' ? photoTexts.noHeic : photoTexts.openAgain}
            />
          }
          onBroken={onBroken}
          className="h-full w-full object-contain!"
        />
      </TransformComponent>
      <div className="absolute bottom-3 left-1/2 flex -translate-x-1/2 items-center gap-1 rounded-lg bg-raised p-1 shadow-overlay">
        <IconButton
          label={controlTexts.zoomOut}
          disabled={scale <= 1}
          onClick={() => control.current?.zoomOut(STEP)}
        >
          <ZoomOut aria-hidden />
        </IconButton>
        <span role="status" className="num w-14 text-center text-xs text-ink-muted">
          {Math.round(scale * 100)} %
        </span>
        <IconButton
          label={controlTexts.zoomIn}
          disabled={scale >= FURTHEST}
          onClick={() => control.current?.zoomIn(STEP)}
        >
          <ZoomIn aria-hidden />
        </IconButton>
        <IconButton
          label={photoTexts.wholePhoto}
          disabled={scale === 1}
          onClick={() => control.current?.resetTransform()}
        >
          <Maximize aria-hidden />
        </IconButton>
      </div>
    </TransformWrapper>
  );
}
