import { endpoints, type TenantSettingsUpdate } from '@wellpulse/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

export function useSettings() {
  return useQuery({
    queryKey: keys.settings,
    queryFn: ({ signal }) => request(endpoints.tenant.getSettings, { signal }),
  });
}

export function useUpdateSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: TenantSettingsUpdate) => request(endpoints.tenant.updateSettings, { body }),
    onSuccess: async (settings) => {
      queryClient.setQueryData(keys.settings, settings);
      await queryClient.invalidateQueries({ queryKey: keys.session });
    },
  });
}
