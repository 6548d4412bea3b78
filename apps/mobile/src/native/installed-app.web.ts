/** Keeps this app for a start without a network, and its data for good: a browser may else clear it when the disk is full. */
export function keepInstalled(): void {
  // While the app is worked on, its server makes each file anew.
  if (process.env.NODE_ENV !== 'production') return;
  void navigator.storage.persist().catch(() => false);
  void navigator.serviceWorker
    .register('/field/service-worker.js', { scope: '/field' })
    .catch(() => undefined);
}
