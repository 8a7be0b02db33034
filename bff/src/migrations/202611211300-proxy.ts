import type { MigrationInterface, QueryRunner } from 'typeorm'

const VIEW_COLUMNS = 'id, account_id, at, kind, type, field_keys, presentation_id, staff_id, office_id, purpose_sealed'

/** With those who show and open licences for others; what was only opened belongs to no presentation. */
const LICENCE_VIEWS = `
  id text PRIMARY KEY NOT NULL, account_id text NOT NULL, at text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('presented', 'verified', 'staff_view', 'volunteer_view', 'family_view')), type text NOT NULL,
  field_keys text NOT NULL, presentation_id text, staff_id text, office_id text, purpose_sealed text, actor_kind text, actor_id text,
  CHECK (presentation_id IS NOT NULL OR (kind IN ('volunteer_view', 'family_view') AND actor_id IS NOT NULL))`

const LICENCE_VIEWS_BEFORE = `
  id text PRIMARY KEY NOT NULL, account_id text NOT NULL, at text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('presented', 'verified', 'staff_view', 'volunteer_view')), type text NOT NULL,
  field_keys text NOT NULL, presentation_id text NOT NULL, staff_id text, office_id text, purpose_sealed text`

/** SQLite changes no CHECK of a table that is there. */
async function rebuildLicenceViews(runner: QueryRunner, columns: string): Promise<void> {
  await runner.query(`CREATE TABLE licence_views_new (${columns})`)
  await runner.query(`INSERT INTO licence_views_new (${VIEW_COLUMNS}) SELECT ${VIEW_COLUMNS} FROM licence_views`)
  await runner.query('DROP TABLE licence_views')
  await runner.query('ALTER TABLE licence_views_new RENAME TO licence_views')
  await runner.query('CREATE INDEX licence_views_account ON licence_views (account_id, id)')
}

/** Mandates, requests for help, and what a volunteer's registration needs. */
export class Proxy implements MigrationInterface {
  readonly name = 'Proxy1795266000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE help_requests (
      id text PRIMARY KEY NOT NULL, number text NOT NULL UNIQUE, account_id text NOT NULL,
      asked_by_kind text NOT NULL CHECK (asked_by_kind IN ('resident', 'staff')), asked_by_id text NOT NULL,
      topic text NOT NULL, words_sealed text NOT NULL, way text NOT NULL, office_id text NOT NULL, address_sealed text,
      phone_sealed text NOT NULL, date text NOT NULL, part text NOT NULL,
      status text NOT NULL CHECK (status IN ('open', 'accepted', 'done', 'cancelled')), promised_by text,
      open_place integer CHECK (open_place BETWEEN 1 AND 3),
      volunteer_id text, outcome_sealed text, returned_sealed text, minutes integer CHECK (minutes > 0),
      opened_at text NOT NULL, accepted_at text, closed_at text,
      CHECK ((status IN ('accepted', 'done')) = (volunteer_id IS NOT NULL)),
      CHECK ((status IN ('open', 'accepted')) = (open_place IS NOT NULL)))`)
    await runner.query('CREATE INDEX help_requests_office ON help_requests (office_id, status, promised_by)')
    await runner.query('CREATE INDEX help_requests_account ON help_requests (account_id, opened_at)')
    await runner.query('CREATE INDEX help_requests_asked_by ON help_requests (asked_by_id, opened_at)')
    await runner.query('CREATE UNIQUE INDEX help_requests_open ON help_requests (account_id, open_place)')
    await runner.query(`CREATE TABLE mandates (
      id text PRIMARY KEY NOT NULL, number text NOT NULL UNIQUE, account_id text NOT NULL,
      actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'volunteer')), actor_id text NOT NULL, scope text NOT NULL,
      days integer NOT NULL CHECK (days BETWEEN 1 AND 30),
      status text NOT NULL CHECK (status IN ('pending', 'active', 'refused', 'ended')),
      evidence text CHECK (evidence IN ('app', 'phone_code', 'witnessed')), asked_by_kind text NOT NULL, asked_by_id text NOT NULL,
      asked_at text NOT NULL, starts_at text, expires_at text NOT NULL, ended_at text, ending text, task_id text,
      code_index text, code_expires_at text, codes_sent integer NOT NULL DEFAULT 0, CHECK (account_id <> actor_id),
      CHECK (status <> 'active' OR (evidence IS NOT NULL AND starts_at IS NOT NULL)),
      CHECK ((status = 'ended') = (ending IS NOT NULL)), CHECK (actor_kind = 'resident' OR task_id IS NOT NULL))`)
    await runner.query('CREATE INDEX mandates_account ON mandates (account_id, asked_at)')
    await runner.query('CREATE INDEX mandates_actor ON mandates (actor_id, asked_at)')
    await runner.query('CREATE INDEX mandates_task ON mandates (task_id)')
    // One that holds or waits for each person, actor and task: a second tap makes no second one.
    await runner.query(`CREATE UNIQUE INDEX mandates_one ON mandates (account_id, actor_id, COALESCE(task_id, ''))
      WHERE status IN ('pending', 'active')`)
    await runner.query(`CREATE TABLE mandate_scans (
      mandate_id text PRIMARY KEY NOT NULL, image_sealed text NOT NULL, taken_at text NOT NULL)`)
    await runner.query('ALTER TABLE audit_records ADD COLUMN mandate_id text')
    await runner.query('CREATE INDEX audit_records_mandate ON audit_records (mandate_id, id) WHERE mandate_id IS NOT NULL')
    await runner.query('CREATE TABLE acts_to_tell (record_id text PRIMARY KEY NOT NULL)')
    await runner.query('ALTER TABLE accounts ADD COLUMN counter_made integer NOT NULL DEFAULT 0')
    await rebuildLicenceViews(runner, LICENCE_VIEWS)
    await runner.query('ALTER TABLE staff_members ADD COLUMN resident_id_index text')
    await runner.query('ALTER TABLE staff_members ADD COLUMN phone_sealed text')
    await runner.query('ALTER TABLE staff_members ADD COLUMN left_at text')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['left_at', 'phone_sealed', 'resident_id_index'])
      await runner.query(`ALTER TABLE staff_members DROP COLUMN ${column}`)
    await runner.query('ALTER TABLE accounts DROP COLUMN counter_made')
    await runner.query('DELETE FROM licence_views WHERE presentation_id IS NULL')
    await rebuildLicenceViews(runner, LICENCE_VIEWS_BEFORE)
    await runner.query('DROP TABLE acts_to_tell')
    await runner.query('DROP INDEX audit_records_mandate')
    await runner.query('ALTER TABLE audit_records DROP COLUMN mandate_id')
    await runner.query('DROP TABLE mandate_scans')
    await runner.query('DROP TABLE mandates')
    await runner.query('DROP TABLE help_requests')
  }
}
