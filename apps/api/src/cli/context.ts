/** Runs a command with the parts of the API that it needs, without the HTTP server, and closes them afterwards. */
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { AppModule } from '../app.module.ts';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { readSettings } from '../config/settings.ts';
import { createLogger } from '../config/logger.ts';

export async function withContext<Result>(
  run: (context: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const context = await NestFactory.createApplicationContext(
    AppModule.with({ settings: readSettings(process.env), logger: createLogger('silent') }),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  try {
    await context.get(Catalog).migrate();
    return await run(context);
  } finally {
    await context.close();
  }
}

/** The tenant of that name, or all. Throws if there is none. */
export async function chosenTenants(
  context: INestApplicationContext,
  slug: string | undefined,
): Promise<TenantEntry[]> {
  const tenants = (await context.get(Catalog).list()).filter(
    (tenant) => slug === undefined || tenant.slug === slug,
  );
  if (tenants.length > 0) return tenants;
  throw new Error(slug === undefined ? 'There are no tenants' : `There is no tenant "${slug}"`);
}

/** One line to the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
