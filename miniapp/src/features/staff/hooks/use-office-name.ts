import { useOffices } from '../../../platform/county'

/** What people call an office; its id until the list is there. */
export function useOfficeName(office: string): string {
  return useOffices().data?.items.find(({ id }) => id === office)?.name ?? office
}
