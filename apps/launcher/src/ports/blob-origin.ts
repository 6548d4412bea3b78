/**
 * The origin that a storage account's blobs are loaded from, for the dashboard to allow its pages.
 *
 * @param connectionString of an Azure storage account or of the embedded emulator
 */
export function blobOrigin(connectionString: string): string {
  const parts = new Map(
    connectionString.split(';').map((part): [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
  const endpoint = parts.get('BlobEndpoint');
  if (endpoint !== undefined) return new URL(endpoint).origin;
  if (parts.get('UseDevelopmentStorage') === 'true') return 'http://127.0.0.1:10000';
  const protocol = parts.get('DefaultEndpointsProtocol') ?? 'https';
  return `${protocol}://${parts.get('AccountName') ?? ''}.blob.${parts.get('EndpointSuffix') ?? 'core.windows.net'}`;
}
