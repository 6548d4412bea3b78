/** Puts the API together. Programs and tests start it the same way. */
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LONGEST_UPLOAD_MS } from '@wellpulse/contracts';
import 'reflect-metadata';
import { AppModule, type Surroundings } from './app.module.ts';
import { systemClock } from './config/clock.ts';
import { useHttpMiddleware } from './http/http-middleware.ts';

const KEEP_ALIVE_MS = 65_000;
/** Each costs some memory, whatever it says. */
const MAX_CONNECTIONS = 10_000;

export async function createApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(surroundings), {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const { logger, clock = systemClock, settings } = surroundings;
  useHttpMiddleware(app, { logger, clock, proxies: settings.proxies });
  // Longer than a proxy in front keeps a connection. So a request never meets a connection that is just being closed.
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // The most for any route; `body-time.ts` says how long each may take. Headers have a minute, as ever.
  server.requestTimeout = LONGEST_UPLOAD_MS;
  server.maxConnections = MAX_CONNECTIONS;
  return app;
}
