/** Puts the API together. Programs and tests start it the same way. */
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LONGEST_IMPORT_MS } from '@wellpulse/contracts';
import 'reflect-metadata';
import { AppModule, type Surroundings } from './app.module.ts';
import { useHttpMiddleware } from './http/http-middleware.ts';

const KEEP_ALIVE_MS = 65_000;

export async function createApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(surroundings), {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  useHttpMiddleware(app, surroundings.logger);
  // Longer than what stands in front keeps a connection, so that a request never meets one that is just being closed.
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // The headers still have a minute: whoever opens connections and says nothing is cut off as ever.
  server.requestTimeout = LONGEST_IMPORT_MS;
  return app;
}
