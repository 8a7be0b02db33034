import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm'

/** A table of the tests' own. */
@Entity('notes')
export class Note {
  @PrimaryColumn('text') id!: string
  @Column('integer') count!: number
}

class Notes implements MigrationInterface {
  readonly name = 'Notes9999999999999'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE notes (id text PRIMARY KEY NOT NULL, count integer NOT NULL)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes')
  }
}

export const withNotes = { entities: [Note], migrations: [Notes] }
