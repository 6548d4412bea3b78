/**
 * For a server that is thrown away after its tests: nothing of it is worth writing out. A sweep through hundreds of small
 * databases costs more than dead rows do.
 */
const SHORT_LIVED = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

/**
 * Command-line settings of the server. They are given at each start rather than written to the cluster. So a cluster that an
 * older version made gets them too.
 *
 * @param port TCP port on 127.0.0.1
 * @param durable false trades safety against power loss for speed
 */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // No Unix socket: its file would be one more thing to collide over.
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : SHORT_LIVED),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
