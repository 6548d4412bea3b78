/**
 * The address of a PostgreSQL server of your own for the API tests, as its superuser; undefined for the one of npm. Its `pg_dump` and
 * `pg_restore` must be found.
 */
export const ownServerUrl = process.env['WELLPULSE_TEST_POSTGRES_URL'];
