import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Followed cases, the inbox, and permissions to send subscribe messages. */
export class FollowsAndMessages implements MigrationInterface {
  readonly name = 'FollowsAndMessages1795252200000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE follows (
      id text PRIMARY KEY, account_id text NOT NULL, case_index text NOT NULL, target_sealed text NOT NULL,
      progress_sealed text NOT NULL, status text NOT NULL, changed_at text NOT NULL, checked_at text NOT NULL,
      next_check_at text, quiet_checks integer NOT NULL, created_at text NOT NULL, UNIQUE (account_id, case_index))`)
    await runner.query('CREATE INDEX follows_next_check ON follows (next_check_at)')
    await runner.query(`CREATE TABLE messages (
      id text PRIMARY KEY, account_id text NOT NULL, at text NOT NULL, kind text NOT NULL, content_sealed text NOT NULL,
      read_at text, dedupe_key text NOT NULL UNIQUE)`)
    await runner.query('CREATE INDEX messages_account ON messages (account_id, id)')
    await runner.query(`CREATE TABLE message_subscriptions (
      account_id text NOT NULL, template text NOT NULL, remaining integer NOT NULL, PRIMARY KEY (account_id, template))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message_subscriptions', 'messages', 'follows']) await runner.query(`DROP TABLE ${table}`)
  }
}
