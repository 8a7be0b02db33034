import { parseArgs } from 'node:util'
import { z } from 'zod'
import { StaffRoleDto } from '@one-visit/shared/staff/contract'
import { entities } from './entities'
import { addStaffMember } from './features/staff/add-staff-member'
import { migrations } from './migrations'
import { systemClock } from './platform/clock'
import { loadStoreConfig } from './platform/config'
import { loadKeyRing } from './platform/crypto/crypto-keys'
import { createFieldCrypto } from './platform/crypto/key-ring'
import { openDatabase } from './platform/database'

const USAGE =
  'npm run staff:add -- --username <name> --name <name in full> --role volunteer|clerk|supervisor|administrator [--office <id>]'

const Options = z.object({
  username: z.string().regex(/^[a-z0-9._-]{2,60}$/, 'small letters, digits, . _ -'),
  name: z.string().trim().min(2).max(30),
  role: StaffRoleDto,
  office: z.string().min(1).nullable().default(null),
})

/** Adds a member of staff to the configured database and prints the first password and the TOTP address, once. */
async function main(): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ options: { username: option, name: option, role: option, office: option } })
  const options = Options.parse(values)
  const config = loadStoreConfig(process.env)
  const database = await openDatabase({ url: config.databaseUrl, entities, migrations })
  try {
    const crypto = createFieldCrypto(loadKeyRing(config), config.cryptoSuite)
    const first = await addStaffMember({ database, crypto, clock: systemClock }, { ...options, officeId: options.office })
    if (!first) throw new Error(`the username ${options.username} is taken`)
    process.stdout.write(`username  ${options.username}\npassword  ${first.password}\nTOTP      ${first.totpUri}\n`)
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error)
  process.stderr.write(`${reason}\n\n${USAGE}\n`)
  process.exitCode = 1
})
