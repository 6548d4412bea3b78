import type { Metadata, Viewport } from 'next';
import { PRODUCT_NAME } from '@wellpulse/words';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { office } from '../lib/language.ts';
import { AppProviders } from '../features/shell/AppProviders.tsx';
import { readTheme, THEME_COOKIE } from '../features/theme/theme.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: PRODUCT_NAME, template: `%s · ${PRODUCT_NAME}` },
  description: office.pages.description,
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f8fa' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1014' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered for its request: its scripts carry the nonce of its content security policy.
  await headers();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <AppProviders theme={theme}>{children}</AppProviders>
      </body>
    </html>
  );
}
