/** The chart of a well's page, drawn in a real Chromium by the real dashboard: from the click until the picture stands. */
import { endpoints } from '@wellpulse/contracts';
import { findChromium, freePort, waitUntil } from '@wellpulse/embedded';
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LONG_WELL_API_NUMBER } from './data.ts';
import { milliseconds, summary } from './measure.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import { shown } from './shown.ts';
import { MANAGER, TENANT, type Stack } from './stack.ts';

const WEB = fileURLToPath(new URL('../../apps/web/', import.meta.url));
const NEXT = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url));
const ROUNDS = 15;
const FLOOR = '1,000 ms';

export async function benchChart(stack: Stack, session: BenchSession): Promise<Figure[]> {
  const { items } = await session.call(endpoints.wells.list, { query: { search: LONG_WELL_API_NUMBER } });
  const wellId = items[0]?.id ?? '';
  return withDashboard(stack, async (page, baseUrl) => {
    await page.goto(`${baseUrl}/wells/${wellId}`);
    await chooseRange(page, '30 d');
    const days90 = await timeRange(page, '90 d');
    const years10 = await timeRange(page, 'All');
    return [
      figure('90 days', days90),
      figure('10 years (3,650 days, three lines)', years10),
      figure(
        'Whole page with 10 years, from the address',
        await timePage(page, `${baseUrl}/wells/${wellId}`),
      ),
    ];
  });
}

const figure = (name: string, samples: readonly number[]): Figure => {
  const { p50, p95 } = summary(samples);
  return { name, measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`, beside: '-', floor: FLOOR };
};

async function timeRange(page: Page, label: string): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push(await chooseRange(page, label));
    await chooseRange(page, '30 d');
  }
  return samples;
}

/** Clicks a range and waits for the new chart to be on the screen; milliseconds as the page itself counts them. */
async function chooseRange(page: Page, label: string): Promise<number> {
  const button = page.getByRole('radio', { name: label, exact: true });
  await page.locator('.uplot canvas').first().waitFor();
  return button.evaluate(
    (element: HTMLElement) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('.uplot');
        const start = performance.now();
        const look = (): void => {
          const now = document.querySelector('.uplot');
          if (now !== null && now !== before) requestAnimationFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        element.click();
        look();
      }),
  );
}

async function timePage(page: Page, url: string): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await page.goto(url);
    await shown(page, '.uplot canvas');
    samples.push(performance.now() - start);
  }
  return samples;
}

async function withDashboard<Result>(
  stack: Stack,
  use: (page: Page, baseUrl: string) => Promise<Result>,
): Promise<Result> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${String(port)}`;
  const web = spawn(process.execPath, [NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: WEB,
    env: { ...process.env, NODE_ENV: 'production', WELLPULSE_API_URL: stack.apiUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    await waitUntil(async () => (await fetch(`${baseUrl}/sign-in`).catch(() => null))?.ok === true, {
      timeoutMs: 30_000,
    });
    const page = await browser.newPage();
    await page.goto(`${baseUrl}/sign-in`);
    await page.getByLabel('Company').fill(TENANT);
    await page.getByLabel('E-mail').fill(MANAGER.email);
    await page.getByLabel('Password').fill(MANAGER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return await use(page, baseUrl);
  } finally {
    await browser.close();
    web.kill('SIGTERM');
  }
}
