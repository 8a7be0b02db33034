import type { Endpoint, EndpointTable, ParsedInput, Reply } from '@one-visit/shared/kernel/endpoints'
import type { Transaction } from '../database'
import type { OnceLane } from '../once-lane'
import type { PreparedReply } from './prepared-reply'
import type { ResidentPrincipal, StaffPrincipal } from './principal'

export type PrincipalOf<E extends Endpoint> = E['access'] extends 'public'
  ? ResidentPrincipal | null
  : E['access'] extends 'resident'
    ? ResidentPrincipal
    : StaffPrincipal

export interface Once {
  /** Runs `work` in one transaction together with the idempotency key: a repeated request gets the first reply again. */
  <T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The same through a lane that does many requests together. */
  readonly through: <Request, T>(lane: OnceLane<Request, T>, request: Request) => Promise<T>
}

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

/** The keys of a table's public GETs without personal data: these may answer with a `PreparedReply`. */
export type PublicRead<T extends EndpointTable> = {
  [K in keyof T]: K extends `GET ${string}` ? (T[K] extends { access: 'public'; pii: 'none' } ? K : never) : never
}[keyof T]

type PreparingHandler<E extends Endpoint> = (input: HandlerInput<E>) => Promise<Reply<E> | PreparedReply<Reply<E>>>

/** One handler for each endpoint of the table, no more and no fewer. `Prepared`: those that may answer with a `PreparedReply`. */
export type Handlers<T extends EndpointTable, Prepared extends PublicRead<T> = never> = {
  readonly [K in keyof T]: T[K] extends Endpoint ? (K extends Prepared ? PreparingHandler<T[K]> : Handler<T[K]>) : never
}
