/**
 * Signed-in pages that tests use one after the other. What such a page has loaded and compiled, the next test finds: a
 * page that starts with nothing takes nearly twice the time. Between two tests it forgets all but its session.
 */
import type { Browser, Page, ViewportSize } from '@playwright/test';
import { collectConsoleErrors } from './console-errors.ts';
import type { Workspace } from './workspace.ts';
import type { Person } from './people.ts';

interface SharedPage {
  readonly page: Page;
  readonly person: Person;
  /** Errors that it met since it was taken. */
  readonly consoleErrors: string[];
}

export class SharedPages {
  readonly #browser: Browser;
  readonly #workspace: Workspace;
  readonly #free: SharedPage[] = [];
  #taken: SharedPage[] = [];

  constructor(browser: Browser, workspace: Workspace) {
    this.#browser = browser;
    this.#workspace = workspace;
  }

  /** A page of a person that nobody else has; two pages of one person have two sessions. */
  async take(person: Person): Promise<Page> {
    const index = this.#free.findIndex((free) => free.person === person);
    const [known] = index === -1 ? [] : this.#free.splice(index, 1);
    const shared = known ?? (await this.#open(person));
    this.#taken.push(shared);
    return shared.page;
  }

  /** Makes what was taken ready for the next test. Returns the errors that the pages met. */
  async giveBack(viewport: ViewportSize | null): Promise<string[]> {
    const taken = this.#taken;
    this.#taken = [];
    for (const { page } of taken) await reset(page, viewport);
    this.#free.push(...taken);
    return taken.flatMap(({ consoleErrors }) => consoleErrors.splice(0));
  }

  async #open(person: Person): Promise<SharedPage> {
    const context = await this.#browser.newContext({
      storageState: await this.#workspace.newSession(person),
    });
    const consoleErrors: string[] = [];
    collectConsoleErrors(context, consoleErrors);
    return { page: await context.newPage(), person, consoleErrors };
  }
}

async function reset(page: Page, viewport: ViewportSize | null): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  // A page that was never opened, or shows an error, has no storage.
  if (page.url().startsWith('http')) {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: null });
  if (viewport !== null) await page.setViewportSize(viewport);
}
