import { apply } from '../../../../bff/src/features/cross-province/testing/application-calls'
import { SHOP } from '../../support/across-views'
import { openHall } from '../../support/visits'
import { verified } from '../people'
import type { Scene } from './open-pages'
import { draft, KEY, NOBODY, phoneWith, queryOf, tokenIn } from './scenes'

const shop = (question: string): string => queryOf({ side: 'county', region: 'baiyun', item: 'sole-trader-setup', question })

const ANSWERS = draft('across:county:baiyun:sole-trader-setup', {
  ...Object.fromEntries(Object.entries(SHOP).map(([id, value]) => [`answer:${id}`, value])),
  ...{ declared: 'yes', key: KEY },
})

/** Everybody may read what is done across provinces; applying for it is for who is signed in. */
export const crossProvince: Scene = async (stack) => {
  await openHall(stack)
  const { storage } = await verified(stack, 'chenjianguo')
  const token = tokenIn(storage)
  const opened = await apply(stack, { token })
  stack.fakes.setFault('cases', { mode: 'bad_json' })
  const sending = await apply(stack, { token }, 'employee-pension-transfer')
  stack.fakes.clearFaults()
  const window = queryOf({ side: 'region', region: 'jian', item: 'household-certificate' })
  return [
    { phone: phoneWith(NOBODY), query: shop('place') },
    { phone: phoneWith(NOBODY), query: window, only: /items|\/item\// },
    { phone: phoneWith(storage), query: shop('place'), only: /start|question/ },
    { phone: phoneWith(storage), query: shop('place-right'), only: /question/ },
    { phone: phoneWith(storage), query: shop('opens-on'), only: /question/ },
    { phone: phoneWith(storage), query: `id=${opened.id}`, only: /application/ },
    { phone: phoneWith(storage), query: `id=${sending.id}`, only: /application\// },
    { phone: phoneWith(storage, ANSWERS), query: shop('place'), only: /check/ },
  ]
}
