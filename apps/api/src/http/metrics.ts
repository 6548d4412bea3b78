/** Prometheus metrics: the process's own, one histogram of requests by route, and how far a log is ahead. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestSeconds = new Histogram({
  name: 'wellpulse_http_request_seconds',
  help: 'How long requests took, by method, route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
  registers: [registry],
});

/** Set when somebody asks. */
export const logAheadSeconds = new Gauge({
  name: 'wellpulse_log_ahead_seconds',
  help: "By how much the newest time in a tenant's log lies ahead of the server's clock; more than 60 means that the clock jumped",
  registers: [registry],
});
