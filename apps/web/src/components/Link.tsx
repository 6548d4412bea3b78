'use client';

import NextLink from 'next/link';
import { useState, type ComponentProps, type JSX } from 'react';

/**
 * A link to a page of the dashboard. Its page is fetched in advance only when somebody points at the link or reaches it
 * by keyboard: otherwise each page would fetch all pages that it links to, 32 requests on Home.
 */
export function Link({ onFocus, onPointerEnter, ...props }: ComponentProps<typeof NextLink>): JSX.Element {
  const [isNear, setNear] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isNear ? null : false}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
    />
  );
}
