/** A person reads what they are asked before they answer: a press that comes sooner is none (READING_MS of the domain). */
import type { Page } from '@playwright/test';
import { READING_MS } from '@wellpulse/domain';

/**
 * Lets the time go by in which nobody can have read a question.
 *
 * @example
 * await readsQuestion(page);
 * await page.keyboard.press('Enter');
 */
export const readsQuestion = (page: Page): Promise<void> =>
  page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        setTimeout(done, ms);
      }),
    READING_MS,
  );
