/** The API as a program. It ends on SIGTERM, on SIGINT and when the launcher that started it goes away. */
import { once } from 'node:events';
import { Catalog } from './catalog/catalog.ts';
import { readSettings, SettingsError } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { createLogger } from './config/logger.ts';
import { isSameUser } from './database/database-users.ts';
import { OwnMarks } from './lineage/own-marks.ts';
import { createInternalServer } from './operations/internal-server.ts';
import { shutDownOn } from './operations/shutdown.ts';
import { TenantDatabases } from './tenant-databases/tenant-databases.ts';
import { ClockWatch } from './write-path/clock-watch.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger(settings.logLevel);
  const app = await createApp({ settings, logger });
  shutDownOn(app, logger);
  if (isSameUser(settings.ownerDatabaseUrl, settings.databaseUrl)) {
    logger.warn(
      'The API works as the owner of its databases. Set WELLPULSE_OWNER_DATABASE_URL to another user',
    );
  }
  if (settings.migrateOnStart) {
    await app.get(Catalog).migrate();
    for (const { slug, ran, error } of await app.get(TenantDatabases).migrateAll()) {
      if (error !== null) logger.error({ err: error, tenant: slug }, 'migration failed');
      else if (ran.length > 0) logger.info({ tenant: slug, ran }, 'migrated');
    }
  }
  app.get(ClockWatch).start();
  // Before anybody writes: after a restore no version may name two states.
  await app.get(OwnMarks).start();
  const internal = createInternalServer(app).listen(settings.internalPort, settings.internalHost);
  await once(internal, 'listening');
  await app.listen(settings.port, settings.host);
  logger.info({ port: settings.port, internalPort: settings.internalPort }, 'listening');
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(1);
}
