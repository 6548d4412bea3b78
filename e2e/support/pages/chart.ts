import { expect, type Locator, type Page } from '@playwright/test';

/** The chart of a well's page, listened to as a screen reader does. */
export class Chart {
  readonly box: Locator;
  readonly #announced: Locator;

  constructor(page: Page, wellName: string) {
    this.box = page.getByRole('group', { name: `Production of ${wellName}` });
    this.#announced = this.box.locator('..').getByRole('status');
  }

  /** What is said after a key; tried again while the chart is still being drawn, so only with keys that may repeat. */
  async expectToSay(key: 'Home' | 'End', words: string | RegExp): Promise<void> {
    await expect(async () => {
      await this.box.press(key);
      await expect(this.#announced).toHaveText(words, { timeout: 500 });
    }).toPass();
  }

  /** What is said after a key, once. */
  async expectNext(key: string, words: string | RegExp): Promise<void> {
    await this.box.press(key);
    await expect(this.#announced).toHaveText(words);
  }

  /** Drags across a part of the width, both ends as shares of it, with `midway` in between. */
  async drag(from: number, to: number, midway?: () => Promise<void>): Promise<void> {
    await this.box.scrollIntoViewIfNeeded();
    const place = await this.box.boundingBox();
    if (place === null) throw new Error('The chart is not on the page');
    const { mouse } = this.box.page();
    const y = place.y + place.height / 2;
    const x = (share: number) => place.x + place.width * share;
    await mouse.move(x(from), y);
    await mouse.down();
    await mouse.move(x((from + to) / 2), y, { steps: 2 });
    await midway?.();
    await mouse.move(x(to), y, { steps: 2 });
    await mouse.up();
  }
}
