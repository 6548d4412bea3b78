import { closeCamera, openCamera, type CameraUse } from '@wellpulse/forms/browser';
import { useWords } from '@wellpulse/ui';
import { useEffect, useRef, useState, type RefObject } from 'react';

/** The camera while a dialog is open. */
export interface OpenCamera {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** There is none, or it may not be used. */
  readonly isBroken: boolean;
}

/** Opens the camera for as long as the component is shown. `CameraPicture` shows what it sees. */
export function useCamera(use: CameraUse): OpenCamera {
  const video = useRef<HTMLVideoElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isOver = false;
    const opening = openCamera(use);
    opening.then(
      (stream) => {
        if (isOver) closeCamera(stream);
        else if (video.current !== null) video.current.srcObject = stream;
      },
      () => {
        setBroken(true);
      },
    );
    return () => {
      isOver = true;
      opening.then(closeCamera, () => undefined);
    };
  }, [use]);
  return { video, isBroken };
}

export interface CameraPictureProps {
  readonly camera: OpenCamera;
  /** What a person does where there is no camera. */
  readonly without: string;
  /** Something else stands in its place. */
  readonly isHidden?: boolean;
}

/** What the camera sees, or what to do without it. */
export function CameraPicture({
  camera: { video, isBroken },
  without,
  isHidden = false,
}: CameraPictureProps) {
  const { fieldWords } = useWords();
  return (
    <>
      {isBroken && (
        <p role="alert" className="py-10 text-center text-lg">
          {without}
        </p>
      )}
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        aria-label={fieldWords.cameraPicture}
        className="max-h-[50dvh] w-full bg-sunken object-contain"
        hidden={isBroken || isHidden}
      />
    </>
  );
}
