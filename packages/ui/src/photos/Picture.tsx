'use client';

import { useState, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface PictureProps {
  /** Null where there is none. */
  src: string | null;
  alt: string;
  /** In the place of a picture that there is none of, or that can't be shown here. */
  fallback: ReactNode;
  /** The picture could not be loaded; its address may have run out. */
  onBroken?: (() => void) | undefined;
  className?: string;
}

/** A picture that fills its box, or what stands for it. */
export function Picture({ src, alt, fallback, onBroken, className }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (src === null || src === broken) {
    return (
      <span className={cx('flex items-center justify-center bg-sunken text-ink-subtle', className)}>
        {fallback}
      </span>
    );
  }
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => {
        setBroken(src);
        onBroken?.();
      }}
      className={cx('bg-sunken object-cover', className)}
    />
  );
}
