/** One PostgreSQL server and one blob storage for all API tests of a run; each test file has databases of its own. */
import { ownServerUrl, startTestBlobs, startTestPostgres } from '@wellpulse/testing';
import { makeTemplates } from './template-databases.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    blobConnectionString: string;
  }
}

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, blobs] = await Promise.all([aServer(), startTestBlobs()]);
  await makeTemplates(postgres.url);
  project.provide('postgresUrl', postgres.url);
  project.provide('blobConnectionString', blobs.connectionString);
  return async () => {
    await Promise.all([postgres.remove(), blobs.remove()]);
  };
}

const aServer = async () =>
  ownServerUrl === undefined ? startTestPostgres() : { url: ownServerUrl, remove: async () => undefined };
