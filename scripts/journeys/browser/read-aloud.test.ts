import type { Page } from 'playwright-core'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import type { Visitor } from '../support/visitor'

const journey = prepareJourneys()

interface Voice {
  readonly name: string
  readonly lang: string
  /** False: what is read goes to a third party. */
  readonly localService: boolean
}

const HUIHUI: Voice = { name: 'Huihui', lang: 'zh-CN', localService: true }
const SINJI: Voice = { name: 'Sinji', lang: 'zh-HK', localService: true }
const SAMANTHA: Voice = { name: 'Samantha', lang: 'en-US', localService: true }
const CLOUD: Voice = { name: 'Cloud', lang: 'zh-CN', localService: false }
const INSTEAD = '请在手机“设置”的“辅助功能”里打开屏幕朗读，或者打电话问。'

/** What the page says and when it falls silent, newest last; runs in the page before the app, in place of the browser's speech. */
function recordSpeech(voices: readonly Voice[] | null): void {
  const said: string[] = []
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices ?? [],
    speak: ({ text, voice, lang }: { text: string; voice: Voice; lang: string }) => said.push(`${voice.name} ${lang}: ${text}`),
    cancel: () => said.at(-1) !== 'silence' && said.push('silence'),
  })
  const given = voices === null ? {} : { speechSynthesis: { value: speech } }
  if (voices === null) Reflect.deleteProperty(window, 'speechSynthesis')
  Object.defineProperties(window, {
    ...given,
    SpeechSynthesisUtterance: {
      value: class {
        constructor(readonly text: string) {}
      },
    },
    said: { value: said },
  })
}

const said = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said)

/** An elder's page, on a device with these voices; null: with no speech at all. */
async function openPage(voices: readonly Voice[] | null): Promise<Visitor> {
  const visitor = await journey.visit({ elderText: 18 })
  await visitor.context.addInitScript(recordSpeech, voices)
  await visitor.open('/features/progress/pages/start/index')
  return visitor
}

test('one press reads the page in Mandarin, heading first, and nothing else of the screen', async () => {
  const { page } = await openPage([SAMANTHA, CLOUD, SINJI, HUIHUI])
  await press(page, '朗读本页')
  await page.getByRole('button', { name: '停止朗读' }).waitFor()
  const main = await page.getByRole('main').innerText()
  expect(main).toMatch(/^办到哪一步了/)
  expect(await said(page)).toEqual(['silence', `Huihui zh-CN: ${main}`])
})

test('a second press stops it, a third begins anew', async () => {
  const { page } = await openPage([HUIHUI])
  await press(page, '朗读本页')
  await press(page, '停止朗读')
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
  expect((await said(page)).at(-1)).toBe('silence')
  await press(page, '朗读本页')
  await page.getByRole('button', { name: '停止朗读' }).waitFor()
  expect((await said(page)).at(-1)).toMatch(/^Huihui/)
})

test.each([
  ['forward', async (page: Page) => press(page, /^查办件进度/, 'link')],
  ['back', async (page: Page) => press(page, '返回')],
])('leaving the page %s stops it', async (_, leave) => {
  const { page } = await openPage([HUIHUI])
  await press(page, '朗读本页')
  await page.getByRole('button', { name: '停止朗读' }).waitFor()
  await leave(page)
  await page.getByRole('heading', { level: 1, name: '办到哪一步了' }).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
  expect((await said(page)).at(-1)).toBe('silence')
})

test('who comes back to the page finds it silent, with the button to begin', async () => {
  const { page } = await openPage([HUIHUI])
  await press(page, '朗读本页')
  await press(page, /^查办件进度/, 'link')
  await page.getByRole('heading', { level: 1, name: '办到哪一步了' }).waitFor({ state: 'hidden' })
  await press(page, '返回')
  await arrivesAt(page, '办到哪一步了')
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
})

test.each([
  ['without a Chinese voice', [SAMANTHA]],
  ['with a Chinese voice only that sends the text away', [SAMANTHA, CLOUD]],
])('a device %s says what to do', async (_, voices) => {
  const { page } = await openPage(voices)
  await press(page, '朗读本页')
  await sees(page, INSTEAD)
  expect(await said(page)).toEqual(['silence'])
})

test('a device with no voice at all says the same', async () => {
  const { page } = await openPage([])
  await press(page, '朗读本页')
  await sees(page, INSTEAD)
})

test('a browser that cannot speak says the same', async () => {
  const { page } = await openPage(null)
  await press(page, '想听这一页')
  await sees(page, INSTEAD)
})
