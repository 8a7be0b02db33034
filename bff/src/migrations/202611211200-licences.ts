import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Licences that are being shown, who looked at them, and the published list of cancelled ones. */
export class Licences implements MigrationInterface {
  readonly name = 'Licences1795262400000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE licence_presentations (
      id text PRIMARY KEY NOT NULL, account_id text NOT NULL, way text NOT NULL CHECK (way IN ('online', 'offline')),
      type text NOT NULL, licence_index text NOT NULL, field_keys text NOT NULL, content_sealed text,
      number_hash text UNIQUE, code_index text UNIQUE, valid_until text, as_of text NOT NULL, created_at text NOT NULL,
      expires_at text NOT NULL, ended_at text, revoked_at text, redeemed_at text)`)
    await runner.query('CREATE INDEX licence_presentations_account ON licence_presentations (account_id)')
    await runner.query('CREATE INDEX licence_presentations_licence ON licence_presentations (licence_index)')
    await runner.query('CREATE INDEX licence_presentations_expires ON licence_presentations (expires_at)')
    await runner.query(`CREATE TABLE licence_views (
      id text PRIMARY KEY NOT NULL, account_id text NOT NULL, at text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('presented', 'verified', 'staff_view', 'volunteer_view')), type text NOT NULL,
      field_keys text NOT NULL, presentation_id text NOT NULL, staff_id text, office_id text, purpose_sealed text)`)
    await runner.query('CREATE INDEX licence_views_account ON licence_views (account_id, id)')
    await runner.query(`CREATE TABLE licence_status_places (
      place integer PRIMARY KEY NOT NULL, account_id text NOT NULL, licence_index text NOT NULL,
      licence_id_sealed text NOT NULL, shown_at text NOT NULL, revoked_at text, UNIQUE (account_id, licence_index))`)
    await runner.query('CREATE INDEX licence_status_places_licence ON licence_status_places (licence_index)')
    await runner.query('CREATE INDEX licence_status_places_shown ON licence_status_places (shown_at)')
    await runner.query(`CREATE TABLE licence_status_list (
      id integer PRIMARY KEY NOT NULL CHECK (id = 1), issued_at text NOT NULL, reply text NOT NULL)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['licence_status_list', 'licence_status_places', 'licence_views', 'licence_presentations']
    for (const table of tables) await runner.query(`DROP TABLE ${table}`)
  }
}
