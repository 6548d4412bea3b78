/**
 * A graceful end: no new connections, requests under way are answered, live streams are closed, then the databases.
 * What takes longer than ten seconds is cut off; nothing that was acknowledged depends on it.
 */
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';

const GRACE_MILLISECONDS = 10_000;
const STREAM_GRACE_MILLISECONDS = 1_000;

export function shutDownOn(app: NestExpressApplication, logger: Logger): void {
  let isEnding = false;
  const end = (reason: string): void => {
    if (isEnding) return;
    isEnding = true;
    logger.info({ reason }, 'shutting down');
    setTimeout(() => process.exit(1), GRACE_MILLISECONDS).unref();
    const server = app.getHttpServer();
    // Live streams never end by themselves.
    setTimeout(() => server.closeAllConnections(), STREAM_GRACE_MILLISECONDS).unref();
    server.closeIdleConnections();
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', () => end('SIGTERM'));
  process.once('SIGINT', () => end('SIGINT'));
  process.once('disconnect', () => end('the launcher is gone'));
}
