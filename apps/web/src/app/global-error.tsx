'use client';

/** The last resort, when not even the frame of the page could be drawn. It leans on nothing that may have failed. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '4rem 1.5rem', textAlign: 'center' }}>
        <h1 style={{ fontSize: '1.25rem' }}>This page could not be shown</h1>
        <p>What you saved is safe. Load the page again; if that does not help, tell your administrator.</p>
        <p>
          <a href="/">Load WellPulse again</a>
        </p>
      </body>
    </html>
  );
}
