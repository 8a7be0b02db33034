import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Slots, visits, waiting lists. The checks and unique indexes stand behind the rules as backstops. */
export class Appointments implements MigrationInterface {
  readonly name = 'Appointments1795255200000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`)
  }
}

const TABLES = ['ticket_counters', 'booking_pauses', 'cooling_places', 'waiting_entries', 'appointments', 'appointment_slots']

const ACTIVE = `status IN ('booked', 'checked_in', 'serving')`

const STATEMENTS = [
  `CREATE TABLE appointment_slots (
     id text PRIMARY KEY NOT NULL, office_id text NOT NULL, item_group text NOT NULL, date text NOT NULL,
     starts_at text NOT NULL, ends_at text NOT NULL, begins_at text NOT NULL,
     windows integer NOT NULL, people_per_window integer NOT NULL, capacity integer NOT NULL, kept integer NOT NULL,
     booked integer NOT NULL, held integer NOT NULL, ordinary integer NOT NULL,
     state text NOT NULL CHECK (state IN ('open', 'paused', 'closed')), set_by_staff integer NOT NULL,
     UNIQUE (office_id, item_group, date, starts_at),
     CHECK (booked >= 0 AND held >= 0 AND ordinary >= 0 AND kept >= 0 AND booked + held <= capacity AND ordinary <= booked + held))`,
  `CREATE INDEX appointment_slots_day ON appointment_slots (date, office_id, item_group)`,
  // The nearest times of all offices, in their order.
  `CREATE INDEX appointment_slots_group ON appointment_slots (item_group, date, starts_at, office_id)`,
  `CREATE TABLE appointments (
     id text PRIMARY KEY NOT NULL, number text NOT NULL, slot_id text NOT NULL REFERENCES appointment_slots (id),
     office_id text NOT NULL, item_group text NOT NULL, date text NOT NULL, starts_at text NOT NULL, ends_at text NOT NULL,
     begins_at text NOT NULL,
     status text NOT NULL CHECK (status IN ('booked', 'checked_in', 'serving', 'done', 'cancelled', 'moved', 'no_show')),
     person_index text NOT NULL, active_place integer NOT NULL, account_id text,
     name_sealed text, resident_id_sealed text, phone_sealed text,
     elder integer NOT NULL, ordinary integer NOT NULL,
     channel text NOT NULL CHECK (channel IN ('app', 'phone', 'walk_in', 'proxy')),
     actor_kind text NOT NULL, actor_id text,
     ticket text, ticket_order integer, window_label text,
     checked_in_at text, called_at text, ended_at text, ended_by text CHECK (ended_by IN ('person', 'office')), ended_reason text,
     moved_to text, reminders integer NOT NULL, created_at text NOT NULL,
     UNIQUE (date, number))`,
  `CREATE UNIQUE INDEX appointments_one_of_a_group ON appointments (person_index, item_group) WHERE ${ACTIVE}`,
  `CREATE UNIQUE INDEX appointments_three_at_most ON appointments (person_index, active_place) WHERE ${ACTIVE}`,
  `CREATE INDEX appointments_slot ON appointments (slot_id)`,
  `CREATE INDEX appointments_person ON appointments (person_index, begins_at)`,
  `CREATE INDEX appointments_account ON appointments (account_id, begins_at)`,
  `CREATE INDEX appointments_day ON appointments (date, office_id)`,
  `CREATE INDEX appointments_reminders ON appointments (begins_at) WHERE status = 'booked'`,
  `CREATE INDEX appointments_unfinished ON appointments (date) WHERE ${ACTIVE}`,
  `CREATE TABLE waiting_entries (
     id text PRIMARY KEY NOT NULL, slot_id text NOT NULL REFERENCES appointment_slots (id), person_index text NOT NULL,
     account_id text, name_sealed text, resident_id_sealed text, phone_sealed text, elder integer NOT NULL, ordinary integer NOT NULL,
     cause text NOT NULL CHECK (cause IN ('freed', 'office_closed')),
     status text NOT NULL CHECK (status IN ('waiting', 'offered', 'taken', 'expired', 'left')),
     line_place integer NOT NULL, offer_ends_at text, created_at text NOT NULL)`,
  `CREATE UNIQUE INDEX waiting_entries_once ON waiting_entries (slot_id, person_index) WHERE status IN ('waiting', 'offered')`,
  `CREATE UNIQUE INDEX waiting_entries_three_at_most ON waiting_entries (person_index, line_place)
     WHERE status IN ('waiting', 'offered') AND cause = 'freed'`,
  `CREATE INDEX waiting_entries_next ON waiting_entries (slot_id, created_at) WHERE status = 'waiting'`,
  `CREATE INDEX waiting_entries_offers ON waiting_entries (offer_ends_at) WHERE status = 'offered'`,
  `CREATE INDEX waiting_entries_account ON waiting_entries (account_id)`,
  `CREATE INDEX waiting_entries_person ON waiting_entries (person_index)`,
  `CREATE TABLE cooling_places (
     id text PRIMARY KEY NOT NULL, slot_id text NOT NULL REFERENCES appointment_slots (id), reappears_at text NOT NULL)`,
  `CREATE INDEX cooling_places_due ON cooling_places (reappears_at)`,
  `CREATE TABLE booking_pauses (person_index text PRIMARY KEY NOT NULL, since text NOT NULL, until text NOT NULL, reason text NOT NULL)`,
  `CREATE TABLE ticket_counters (
     office_id text NOT NULL, item_group text NOT NULL, date text NOT NULL, last integer NOT NULL,
     PRIMARY KEY (office_id, item_group, date))`,
]
