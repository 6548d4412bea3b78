/** The account's CORS rules: pages of the dashboard may put photos and load them. */
import type { BlobServiceClient, CorsRule } from '@azure/storage-blob';

const HOUR_IN_SECONDS = 3_600;

/** Adds a rule for these origins beside those that are there; does nothing if there is one. */
export async function allowBrowsers(service: BlobServiceClient, origins: readonly string[]): Promise<void> {
  const rule: CorsRule = {
    allowedOrigins: origins.join(','),
    allowedMethods: 'GET,HEAD,PUT',
    allowedHeaders: 'content-type,x-ms-*',
    exposedHeaders: 'etag,x-ms-*',
    maxAgeInSeconds: HOUR_IN_SECONDS,
  };
  const { cors = [] } = await service.getProperties();
  if (cors.some(({ allowedOrigins }) => allowedOrigins === rule.allowedOrigins)) return;
  await service.setProperties({ cors: [...cors, rule] });
}
