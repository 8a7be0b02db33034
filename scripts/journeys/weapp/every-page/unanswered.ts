import type { WeappApp } from '../../../weapp-runner'
import { asText } from '../../../weapp-runner/dynamic'
import type { ViewElement } from '../../../weapp-runner/view-layer/tree'
import { hasRole, hear, isClass, isInside, saysOf, type HeardPage } from './heard'
import { pageFaults, type Mode } from './page-checks'

/** The last question of a page that it cannot go on without, when it has no answer yet. */
function findUnanswered({ all }: HeardPage): ViewElement | undefined {
  const isEmpty = (one: ViewElement): boolean => saysOf(one, 'aria-required') === 'true' && asText(one.attrs.value) === ''
  const isChosen = (group: ViewElement): boolean =>
    all.some((one) => saysOf(one, 'aria-checked') === 'true' && isInside(one, (outer) => outer === group))
  return all.findLast((one) => (one.tag === 'input' ? isEmpty(one) : hasRole('radiogroup')(one) && !isChosen(one)))
}

/** The button that sends the answer: what the page is for, or the next one where that is something else (scanning instead of typing). */
function findSend({ controls, all }: HeardPage, question: ViewElement): ViewElement | undefined {
  const after = controls.filter((one) => all.indexOf(one) > all.indexOf(question) && saysOf(one, 'aria-disabled') !== 'true')
  return after.findLast((one) => isClass(one, 'ov-button-primary')) ?? after.find((one) => isClass(one, 'ov-button'))
}

/** Sends a page on which a question is open: it says what is missing, or asks who it is first. Answers with what is wrong then. */
export async function sendUnanswered(app: WeappApp, mode: Mode): Promise<string[]> {
  const page = hear(app.view())
  const question = findUnanswered(page)
  const send = question && findSend(page, question)
  if (!send) return []
  const before = app.stack.length
  await app.tap(send)
  if (app.stack.at(-1) === 'pages/sign-in/index') {
    if (app.stack.length > before) await app.back()
    return []
  }
  return app.findAllByRole('alert').length > 0 ? pageFaults(app, mode) : ['it is not said what is missing']
}
