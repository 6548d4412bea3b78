/** One PostgreSQL server for all API tests of a run; each test file has databases of its own on it. */
import { startTestPostgres } from '@wellpulse/testing';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.remove();
}
