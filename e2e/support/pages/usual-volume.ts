import type { Page } from '@playwright/test';
import { createWords } from '@wellpulse/words';

const { fieldWords } = createWords('en');

/** What the open well gave yesterday, as it stands beside its first box; any volume where it gave none. Nothing is remarked on then. */
export async function usualVolume(page: Page): Promise<string> {
  const before = page.getByText(new RegExp(`^${fieldWords.yesterday} [0-9]`)).first();
  const read = (await before.count()) > 0 ? /[0-9.]+/.exec(await before.innerText())?.[0] : undefined;
  return read ?? '42.5';
}
