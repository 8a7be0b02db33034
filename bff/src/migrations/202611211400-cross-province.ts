import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Applications online across regions. */
export class CrossProvince implements MigrationInterface {
  readonly name = 'CrossProvince1795269600000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cross_province_applications (
      id text PRIMARY KEY NOT NULL, account_id text NOT NULL,
      actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'volunteer')), actor_id text NOT NULL, mandate_id text,
      item_id text NOT NULL, item_name text NOT NULL, region_id text NOT NULL, region_name text NOT NULL,
      side text NOT NULL CHECK (side IN ('county', 'region')),
      state text NOT NULL CHECK (state IN ('sending', 'opened', 'refused')), sending_place integer CHECK (sending_place BETWEEN 1 AND 5),
      content_sealed text NOT NULL, outcome_sealed text, attempts integer NOT NULL, next_try_at text,
      created_at text NOT NULL, settled_at text,
      CHECK ((state = 'sending') = (sending_place IS NOT NULL)), CHECK ((state = 'sending') = (next_try_at IS NOT NULL)),
      CHECK ((state = 'sending') = (outcome_sealed IS NULL)), CHECK ((state = 'sending') = (settled_at IS NULL)))`)
    await runner.query('CREATE INDEX cross_province_applications_account ON cross_province_applications (account_id, id)')
    await runner.query(`CREATE UNIQUE INDEX cross_province_applications_place
      ON cross_province_applications (account_id, sending_place)`)
    // One on its way for each person, item, region and side: a second tap makes no second one.
    await runner.query(`CREATE UNIQUE INDEX cross_province_applications_one
      ON cross_province_applications (account_id, item_id, region_id, side) WHERE state = 'sending'`)
    await runner.query('CREATE INDEX cross_province_applications_due ON cross_province_applications (next_try_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cross_province_applications')
  }
}
