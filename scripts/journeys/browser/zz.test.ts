import { prepareJourneys } from '../support/journey'
const journey = prepareJourneys()
test('x', async () => {
  const { page, open } = await journey.visit()
  await open('/pages/sign-in/index')
  await page.keyboard.press('Tab')
  const r = await page.evaluate(() => { const e = document.activeElement!; const s = getComputedStyle(e); return [e.outerHTML, e.matches(':focus-visible'), s.outline, s.boxShadow, s.transition, e.parentElement!.outerHTML.slice(0, 300)] })
  process.stdout.write(JSON.stringify(r, null, 1))
  const css = await page.evaluate(() => [...document.styleSheets].flatMap((s) => [...s.cssRules]).map((r) => r.cssText).filter((t) => /outline/.test(t)))
  process.stdout.write(css.join('\n'))
})
