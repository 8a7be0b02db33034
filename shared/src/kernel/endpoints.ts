import type { z } from 'zod'
import type { MandateOperation } from './mandate-operation'
import type { ProblemCode } from './problem'

/** How an endpoint is named: the way people say it, for instance `POST /v1/appointments`. */
export type EndpointKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`

/** 1 signed in · 2 real name verified by the police service · 3 verified again within 15 minutes. */
export type AssuranceLevel = 1 | 2 | 3

export type StaffRole = 'volunteer' | 'clerk' | 'supervisor' | 'administrator'

/** Which row of the rate-limit table applies (bff/src/platform/http/rate-limits.ts). */
export type RateLimitClass = 'read' | 'write' | 'sign_in' | 'code' | 'look_up'

/**
 * What a reply holds, at most. `none`: nothing about a person; `personal`: about one person (never cached by proxies);
 * `sensitive`: identity numbers, licences, health (PIPL, article 28).
 */
export type PiiClass = 'none' | 'personal' | 'sensitive'

interface EndpointBase {
  /** One sentence for /docs. */
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** How many bytes the body may have; 64 KiB unless said. */
  readonly bodyLimit?: number
  /** In how many seconds the body must have arrived; 10 unless said. */
  readonly bodySeconds?: number
  /** `null`: 204 with an empty body. */
  readonly reply: z.ZodType | null
  /** Success status; 200 unless said (204 when there is no reply). */
  readonly status?: 200 | 201 | 202
  /** Needs an `Idempotency-Key`; the same key answers with the same reply for 24 hours. */
  readonly idempotent?: true
  readonly limit: RateLimitClass
  /** The audit event written when this endpoint succeeds or refuses. */
  readonly audit?: string
  readonly pii: PiiClass
  /** Problems of its own, beside those every endpoint may answer with. */
  readonly problems?: readonly ProblemCode[]
}

export interface PublicEndpoint extends EndpointBase {
  readonly access: 'public'
  /** A document for other people's programs: pages of any origin may read it, and keep it for `maxAge` seconds. Only without personal data. */
  readonly published?: { readonly maxAge: number }
}

export interface ResidentEndpoint extends EndpointBase {
  readonly access: 'resident'
  /** What somebody who acts for the person must be allowed to do (header `X-Mandate`); `never`: only the person themselves. */
  readonly onBehalf: MandateOperation | 'never'
  /** 1 unless said. */
  readonly assurance?: AssuranceLevel
}

export interface StaffEndpoint extends EndpointBase {
  readonly access: 'staff'
  /** Any of these; every role unless said. */
  readonly roles?: readonly StaffRole[]
}

export type Endpoint = PublicEndpoint | ResidentEndpoint | StaffEndpoint
export type EndpointTable = Readonly<Record<EndpointKey, Endpoint>>

/** Declares endpoints; the table is the one source for the BFF's routes, the app's calls and /openapi.json. */
export function endpoints<const T extends EndpointTable>(table: T): T {
  return table
}

type Part<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType } ? S : never

/** What a caller sends: only the parts that the endpoint declares. */
export type CallInput<E extends Endpoint> = ([Part<E, 'params'>] extends [never]
  ? unknown
  : { params: z.input<Part<E, 'params'>> }) &
  ([Part<E, 'query'>] extends [never] ? unknown : { query: z.input<Part<E, 'query'>> }) &
  ([Part<E, 'body'>] extends [never] ? unknown : { body: z.input<Part<E, 'body'>> })

/** What a handler receives, parsed. */
export type ParsedInput<E extends Endpoint> = ([Part<E, 'params'>] extends [never]
  ? unknown
  : { params: z.output<Part<E, 'params'>> }) &
  ([Part<E, 'query'>] extends [never] ? unknown : { query: z.output<Part<E, 'query'>> }) &
  ([Part<E, 'body'>] extends [never] ? unknown : { body: z.output<Part<E, 'body'>> })

/** What a handler answers and a caller gets. */
export type Reply<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : void
