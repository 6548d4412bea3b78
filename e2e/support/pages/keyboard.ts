import { expect, type Locator } from '@playwright/test';

const FURTHEST = 80;

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < FURTHEST; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`${String(target)} can't be reached with Tab`);
}
