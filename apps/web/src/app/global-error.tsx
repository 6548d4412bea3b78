'use client';

/** The last resort, when not even the frame of the page could be drawn. It leans on nothing that may have failed. */
import { officeWords } from '@wellpulse/words/office';

const { pages } = officeWords('en');

export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '4rem 1.5rem', textAlign: 'center' }}>
        <h1 style={{ fontSize: '1.25rem' }}>{pages.notShown}</h1>
        <p>{pages.notShownHint}</p>
        <p>
          <a href="/">{pages.loadAgain}</a>
        </p>
      </body>
    </html>
  );
}
