import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Indexes for what took longer the larger a county became (`npm run bench -- --growth`): what jobs look for by its age, the copies of
 * one person, and tasks of all offices.
 */
export class Growth implements MigrationInterface {
  readonly name = 'Growth1795273200000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, place] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${place}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.query(`DROP INDEX ${name}`)
  }
}

const INDEXES = [
  // The key is `<owner>/<43 letters>` (copy-store.ts); what its beginning is compares alike in every collation.
  ['department_copies_owner', 'department_copies (substr(key, 1, length(key) - 44))'],
  ['department_copies_as_of', 'department_copies (as_of)'],
  ['sessions_absolute_expires', 'sessions (absolute_expires_at)'],
  ['cooling_places_slot', 'cooling_places (slot_id)'],
  ['help_requests_status', 'help_requests (status)'],
  ['help_requests_closed', 'help_requests (closed_at)'],
  ['help_requests_office_closed', 'help_requests (office_id, closed_at)'],
] as const
