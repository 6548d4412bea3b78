import { closeCamera, isRefusal, openCamera, pictureOf } from '@wellpulse/forms/browser';
import { useEffect, useRef } from 'react';
import type { CameraViewProps } from '../ports.ts';
import { pictureOfFile } from './pictures.web.ts';

/** What the camera of this browser sees. The browser asks the person whether they allow it. */
export function CameraView({ label, onReady, onTrouble }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let isOver = false;
    const opening = openCamera('photo');
    opening.then(
      (stream) => {
        if (isOver) closeCamera(stream);
        else if (video.current !== null) video.current.srcObject = stream;
      },
      (error: unknown) => {
        if (!isOver) onTrouble(isRefusal(error) ? 'REFUSED' : 'NONE');
      },
    );
    return () => {
      isOver = true;
      opening.then(closeCamera, () => undefined);
    };
  }, [onTrouble]);
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={label}
      style={{ width: '100%', height: '100%', objectFit: 'contain' }}
      onLoadedData={({ currentTarget }) => {
        onReady(async () => pictureOfFile(await pictureOf(currentTarget), true));
      }}
    />
  );
}
