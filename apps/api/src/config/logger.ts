import pino, { type Logger } from 'pino';

export const LOGGER = Symbol('Logger');

/** Structured logs on standard output. Passwords and tokens never get there. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: { service: 'wellpulse-api' },
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.refreshToken'],
  });
