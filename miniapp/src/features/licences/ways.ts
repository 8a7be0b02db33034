import type { PresentationDto } from '@one-visit/shared/licences/contract'

export type Way = PresentationDto['way']

/** From an address; online unless it says otherwise. */
export const readWay = (value: string | undefined): Way => (value === 'offline' ? 'offline' : 'online')
