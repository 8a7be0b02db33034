import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseChanges } from '../platform/database'

/** What the platform itself keeps: audit, idempotency keys, outbox, job leases, copies of department replies. */
export class Platform implements MigrationInterface {
  readonly name = 'Platform1795219200000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement)
    await refuseChanges(runner, 'audit_records')
    await refuseChanges(runner, 'audit_seals')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`)
  }
}

const TABLES = ['audit_records', 'audit_seals', 'idempotency_keys', 'outbox_messages', 'job_leases', 'department_copies']

const STATEMENTS = [
  `CREATE TABLE audit_records (
     id text PRIMARY KEY NOT NULL, at text NOT NULL, event text NOT NULL,
     actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'staff', 'volunteer', 'system')), actor_id text,
     beneficiary_id text, subject text, data text NOT NULL, request_id text)`,
  `CREATE INDEX audit_records_beneficiary ON audit_records (beneficiary_id, id)`,
  `CREATE TABLE audit_seals (seq integer PRIMARY KEY NOT NULL, record_id text NOT NULL UNIQUE, hash text NOT NULL)`,
  `CREATE TABLE idempotency_keys (
     scope text NOT NULL, key text NOT NULL, endpoint text NOT NULL, request_hash text NOT NULL, reply text NOT NULL,
     created_at text NOT NULL, PRIMARY KEY (scope, key))`,
  `CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at)`,
  `CREATE TABLE outbox_messages (
     id text PRIMARY KEY NOT NULL, topic text NOT NULL, payload text NOT NULL, dedupe_key text UNIQUE,
     status text NOT NULL CHECK (status IN ('waiting', 'sent', 'dead')), attempts integer NOT NULL, due_at text NOT NULL,
     created_at text NOT NULL, last_error text)`,
  `CREATE INDEX outbox_messages_due ON outbox_messages (status, due_at)`,
  `CREATE TABLE job_leases (name text PRIMARY KEY NOT NULL, due_at text NOT NULL, holder text NOT NULL, held_until text NOT NULL)`,
  `CREATE TABLE department_copies (key text PRIMARY KEY NOT NULL, body text NOT NULL, as_of text NOT NULL)`,
]
