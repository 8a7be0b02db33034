import type { Endpoint, EndpointTable, ParsedInput, Reply } from '@one-visit/shared/kernel/endpoints'
import type { Transaction } from '../database'
import type { ResidentPrincipal, StaffPrincipal } from './principal'

export type PrincipalOf<E extends Endpoint> = E['access'] extends 'public'
  ? ResidentPrincipal | null
  : E['access'] extends 'resident'
    ? ResidentPrincipal
    : StaffPrincipal

/** Runs `work` in one transaction together with the idempotency key: a repeated request gets the first reply again. */
export type Once = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

export interface RequestFacts {
  readonly requestId: string
  readonly ip: string
  /** What the app calls its installation; believed for limits and device lists only. */
  readonly deviceId: string | null
  /** Aborted when the caller has gone or the request takes too long; hand it on to departments. */
  readonly signal: AbortSignal
}

export type HandlerInput<E extends Endpoint> = ParsedInput<E> &
  RequestFacts & { readonly principal: PrincipalOf<E> } & (E extends { readonly idempotent: true }
    ? { readonly once: Once }
    : unknown)

export type Handler<E extends Endpoint> = (input: HandlerInput<E>) => Promise<Reply<E>>

/** One handler for each endpoint of the table, no more and no fewer. */
export type Handlers<T extends EndpointTable> = { readonly [K in keyof T]: T[K] extends Endpoint ? Handler<T[K]> : never }
