import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who is shown on whose account. The unique places are the limits: eight people an account, three accounts a person. */
export class Family implements MigrationInterface {
  readonly name = 'Family1795258800000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE family_members (
      id text PRIMARY KEY NOT NULL, account_id text NOT NULL, account_place integer NOT NULL CHECK (account_place BETWEEN 1 AND 8),
      person_index text NOT NULL, person_place integer NOT NULL CHECK (person_place BETWEEN 1 AND 3),
      name_sealed text NOT NULL, resident_id_sealed text NOT NULL, relation text NOT NULL,
      status text NOT NULL CHECK (status IN ('active', 'pending')),
      evidence text NOT NULL CHECK (evidence IN ('household', 'consent')),
      asked_at text NOT NULL, bound_at text, ends_at text, code_index text, code_expires_at text, code_again_at text,
      UNIQUE (account_id, person_index), UNIQUE (account_id, account_place), UNIQUE (person_index, person_place))`)
    await runner.query('CREATE INDEX family_members_ends ON family_members (ends_at) WHERE ends_at IS NOT NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE family_members')
  }
}
