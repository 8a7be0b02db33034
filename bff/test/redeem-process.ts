import { entities } from '../src/entities'
import { redeemPresentation } from '../src/features/licences/redeem-presentation'
import { migrations } from '../src/migrations'
import { openDatabase } from '../src/platform/database'
import { Problem } from '../src/platform/errors'

/**
 * A process of its own: says `ready` once its database is open, and when the parent answers with an instant, redeems each of the
 * presentations several times at once; says the id of each redemption that succeeded.
 */
async function main(url: string, ids: readonly string[], times: number): Promise<void> {
  const database = await openDatabase({ url, entities, migrations })
  process.stdout.write('ready\n')
  const at = await new Promise<string>((resolve) => process.stdin.setEncoding('utf8').once('data', resolve))
  const redeem = async (id: string): Promise<void> => {
    try {
      await database.inTransaction((tx) => redeemPresentation(tx, id, new Date(at.trim())))
      process.stdout.write(`${id}\n`)
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'presentation_used')) throw error
    }
  }
  await Promise.all(ids.flatMap((id) => Array.from({ length: times }, () => redeem(id))))
  await database.close()
  process.stdin.destroy()
}

const [url = '', ids = '', times = ''] = process.argv.slice(2)
void main(url, ids.split(','), Number(times))
