import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Accounts, staff, sessions, codes by SMS, and the counting of failed secrets. */
export class AccountsAndSessions implements MigrationInterface {
  readonly name = 'AccountsAndSessions1795251600000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE accounts (
      id text PRIMARY KEY, phone_sealed text, phone_index text UNIQUE, wechat_sealed text, wechat_index text UNIQUE,
      provincial_index text UNIQUE, name_sealed text, resident_id_sealed text, resident_id_index text UNIQUE,
      real_name_verified_at text, privacy_version text NOT NULL, created_at text NOT NULL)`)
    await runner.query(`CREATE TABLE staff_members (
      id text PRIMARY KEY, username text NOT NULL UNIQUE, password_hash text NOT NULL, totp_secret_sealed text NOT NULL,
      last_totp_step integer NOT NULL, name_sealed text NOT NULL, role text NOT NULL, office_id text, created_at text NOT NULL)`)
    await runner.query(`CREATE TABLE sessions (
      id text PRIMARY KEY, token_hash text NOT NULL UNIQUE, subject_kind text NOT NULL, subject_id text NOT NULL,
      provider text NOT NULL, device_id text, device_label text NOT NULL, created_at text NOT NULL, last_seen_at text NOT NULL,
      idle_expires_at text NOT NULL, absolute_expires_at text NOT NULL, step_up_until text)`)
    await runner.query('CREATE INDEX sessions_subject ON sessions (subject_id)')
    await runner.query('CREATE INDEX sessions_idle_expires ON sessions (idle_expires_at)')
    await runner.query(`CREATE TABLE sms_codes (
      phone_index text NOT NULL, purpose text NOT NULL, code_index text NOT NULL, expires_at text NOT NULL, again_at text NOT NULL,
      PRIMARY KEY (phone_index, purpose))`)
    await runner.query(`CREATE TABLE attempts (
      key text PRIMARY KEY, failures integer NOT NULL, blocked_until text, updated_at text NOT NULL)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attempts', 'sms_codes', 'sessions', 'staff_members', 'accounts'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
