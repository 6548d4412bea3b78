/**
 * Loaded into each child program before anything else (`node --import`): the child ends when the launcher lets go of it or
 * dies, however it dies. The IPC channel between them closes then. Programs that know the channel, such as the API, end in
 * order by themselves; to all others this is the same as being asked to by the system.
 */
const PATIENCE_MS = 12_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// A program that comes to an end by itself is not kept from it.
process.channel?.unref();
