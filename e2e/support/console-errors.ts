import type { BrowserContext } from '@playwright/test';

/** A request that was refused or did not get through is no error of the page: what it shows then is. */
const OF_THE_NETWORK = /^Failed to load resource/;

/** Writes down every error that a page of this browser prints or leaves uncaught; breaches of its policy are among them. */
export function collectConsoleErrors(context: BrowserContext, consoleErrors: string[]): void {
  context.on('weberror', (error) => {
    consoleErrors.push(`${error.page()?.url() ?? ''} ${error.error().stack ?? error.error().message}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' || OF_THE_NETWORK.test(message.text())) return;
    consoleErrors.push(`${message.page()?.url() ?? ''} ${message.text()}`);
  });
}
